import { Checkbox, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/form-dialog';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { chooseAssistants, myAssistantsQuery } from './api';
import { assistantsKey } from './keys';

/** A member chooses who may prepare drafts for them. */
export default function AssistantsDialog({ bodyId, onClose }: { bodyId: string; onClose: () => void }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const client = useQueryClient();
  const { done } = useNotify();
  const query = useQuery(myAssistantsQuery(bodyId));
  const [changed, setChanged] = useState<string[] | null>(null);
  const assistants = query.data?.assistants ?? [];
  const chosen = changed ?? assistants.filter(({ memberId }) => memberId !== null).map(({ accountId }) => accountId);
  const save = useMutation({
    mutationFn: () => chooseAssistants(bodyId, chosen),
    onSuccess: (answer) => {
      client.setQueryData(assistantsKey(bodyId), answer);
      done(t('assistants.saved'));
      onClose();
    },
  });
  return (
    <FormDialog title={t('assistants.title')} confirm={t('assistants.save')} isBusy={save.isPending} isIncomplete={changed === null} error={query.error ?? save.error} onSubmit={() => save.mutate()} onClose={onClose}>
      <Text>{t('assistants.text')}</Text>
      {query.isSuccess && assistants.length === 0 && <Text c="dimmed">{t('assistants.none')}</Text>}
      <Checkbox.Group value={chosen} onChange={setChanged} aria-label={t('assistants.title')}>
        <Stack gap={4}>{assistants.map(({ accountId, name, nameEn }) => <Checkbox key={accountId} value={accountId} size="md" py={8} label={localised(name, nameEn)} />)}</Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}
