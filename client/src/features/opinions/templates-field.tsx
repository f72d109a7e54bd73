import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPencil, IconTemplate, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestTemplate } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { ConfirmDialog, ReasonDialog } from '../../ui/reason-dialog';
import { removeTemplate, renameTemplate, templatesQuery } from './api';
import { templatesKey } from './keys';

/** Templates of the body: a new request begins from one; they are renamed and removed here. */
export function TemplatesField({ bodyId, onChoose }: { bodyId: string; onChoose: (template: RequestTemplate) => void }) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const notify = useNotify();
  const { data } = useQuery(templatesQuery(bodyId));
  const [asked, setAsked] = useState<{ act: 'rename' | 'remove'; template: RequestTemplate } | null>(null);
  const change = useMutation({
    mutationFn: async ({ act, id, name }: { act: 'rename' | 'remove'; id: string; name: string }) => { await (act === 'rename' ? renameTemplate(id, name) : removeTemplate(id)); },
    onSuccess: () => void client.invalidateQueries({ queryKey: templatesKey(bodyId) }),
    onError: notify.refused,
    onSettled: () => setAsked(null),
  });
  if (!data || data.templates.length === 0) return null;
  return (
    <section aria-label={t('template.title')} style={{ marginBottom: 20 }}>
      <Text fw={500}>{t('template.title')}</Text>
      <ul className="plain-list">
        {data.templates.map((template) => (
          <li key={template.id}>
            <Group gap={4} wrap="nowrap">
              <Button variant="subtle" px="xs" justify="flex-start" flex={1} miw={0} leftSection={<IconTemplate size={18} aria-hidden />} onClick={() => onChoose(template)}>{template.name}</Button>
              <ActionIcon aria-label={t('template.rename', { name: template.name })} onClick={() => setAsked({ act: 'rename', template })}><IconPencil size={18} aria-hidden /></ActionIcon>
              <ActionIcon aria-label={t('template.remove', { name: template.name })} onClick={() => setAsked({ act: 'remove', template })}><IconTrash size={18} aria-hidden /></ActionIcon>
            </Group>
          </li>
        ))}
      </ul>
      {asked?.act === 'rename' && <ReasonDialog title={t('template.rename', { name: asked.template.name })} label={t('template.name')} confirm={t('template.save')} isBusy={change.isPending} onClose={() => setAsked(null)} onConfirm={(name) => change.mutate({ act: 'rename', id: asked.template.id, name: name.slice(0, 200) })} />}
      {asked?.act === 'remove' && <ConfirmDialog title={t('template.remove', { name: asked.template.name })} text={t('template.removeText')} confirm={t('template.removeConfirm')} isBusy={change.isPending} onClose={() => setAsked(null)} onConfirm={() => change.mutate({ act: 'remove', id: asked.template.id, name: '' })} />}
    </section>
  );
}
