import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Assistant, Seat } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';
import { RefusalNote } from '../../ui/states';
import { assignAssistant, assistantsQuery } from './api';
import { assistantsOfKey } from './keys';
import { useSave } from './use-save';

const NOBODY = 'nobody';

/** For which member each assistant prepares drafts; members choose theirs themselves too. */
export function AssistantsSheet({ bodyId, seats }: { bodyId: string; seats: readonly Seat[] }) {
  const { t } = useTranslation('bodies');
  const { data } = useQuery(assistantsQuery(bodyId));
  if (!data || data.assistants.length === 0) return null;
  return (
    <Sheet title={t('assistants.title')}>
      <Text c="dimmed" mb="sm">{t('assistants.text')}</Text>
      <Stack gap="md">{data.assistants.map((assistant) => <AssistantRow key={assistant.accountId} bodyId={bodyId} assistant={assistant} seats={seats} />)}</Stack>
    </Sheet>
  );
}

function AssistantRow({ bodyId, assistant, seats }: { bodyId: string; assistant: Assistant; seats: readonly Seat[] }) {
  const { t } = useTranslation('bodies');
  const localised = useLocalised();
  const save = useSave((memberId: string | null) => assignAssistant(bodyId, assistant.accountId, memberId), [assistantsOfKey(bodyId)], () => undefined);
  const members = seats.flatMap(({ title, titleEn, member }) => (member === null ? [] : [{ value: member.id, label: localised(title, titleEn) }]));
  return (
    <div>
      <Choose label={localised(assistant.name, assistant.nameEn)} disabled={save.isPending} value={assistant.memberId ?? NOBODY} data={[{ value: NOBODY, label: t('assistants.nobody') }, ...members]} onChange={(value) => save.mutate(value === NOBODY ? null : value)} />
      <RefusalNote error={save.error} />
    </div>
  );
}
