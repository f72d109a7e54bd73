import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SessionTemplate } from '../../../api/contract';
import { Choose } from '../../../ui/choose';
import { Dialog } from '../../../ui/dialog';
import { useNotify } from '../../../ui/notify';
import { Empty, QueryView, RefusalNote } from '../../../ui/states';
import { fromWallClock } from '../../../ui/time';
import { removeTemplate, sessionFromTemplate, templatesQuery } from './api';
import { TimeField } from './time-field';

/** A new session from a template of the body. */
export default function FromTemplateDialog({ bodyId, onClose }: { bodyId: string; onClose: () => void }) {
  const { t } = useTranslation('preparing');
  const query = useQuery(templatesQuery(bodyId));
  return (
    <Dialog title={t('template.new')} onClose={onClose}>
      <QueryView query={query} rows={2}>{({ templates }) => (templates.length === 0 ? <Empty title={t('template.none')}>{t('template.none.text')}</Empty> : <TemplateForm bodyId={bodyId} templates={templates} onClose={onClose} />)}</QueryView>
    </Dialog>
  );
}

function TemplateForm({ bodyId, templates, onClose }: { bodyId: string; templates: SessionTemplate[]; onClose: () => void }) {
  const { t } = useTranslation(['preparing', 'ui']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const notify = useNotify();
  const [templateId, setTemplateId] = useState(templates[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const template = templates.find(({ id }) => id === templateId) ?? templates[0];
  const make = useMutation({ mutationFn: () => sessionFromTemplate(bodyId, { templateId: template?.id ?? '', title: title.trim(), startsAt: fromWallClock(startsAt ?? '') }), onSuccess: ({ id }) => void navigate(`/sessions/${id}`) });
  const remove = useMutation({ mutationFn: removeTemplate, onSuccess: () => client.invalidateQueries({ queryKey: ['session-templates'] }), onError: notify.refused });
  const isMissing = title.trim() === '' || startsAt === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <Choose flex={1} label={t('template.which')} data={templates.map(({ id, name }) => ({ value: id, label: name }))} value={templateId} onChange={setTemplateId} />
          {template && <ActionIcon aria-label={t('template.remove', { name: template.name })} loading={remove.isPending} onClick={() => remove.mutate(template.id)}><IconTrash size={20} aria-hidden /></ActionIcon>}
        </Group>
        {template && <Text size="sm" c="dimmed">{[t(`sessions:kind.${template.kind}`), template.place, t('sessions:items', { count: template.itemCount })].join(' · ')}</Text>}
        <TextInput label={t('sessions:form.title')} required maxLength={300} value={title} onChange={(event) => setTitle(event.currentTarget.value)} data-autofocus />
        <TimeField label={t('sessions:form.startsAt')} value={startsAt} onChange={setStartsAt} />
        <RefusalNote error={make.error} />
        <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={make.isPending} disabled={isMissing}>{t('template.make')}</Button></Group>
      </Stack>
    </form>
  );
}
