import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestBrief } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { useRefusalText } from '../../ui/refusal-text';
import { actOnRequest, remindMembers } from './api';
import { BULK_ACTS, type BulkAct, type BulkRights, openTo } from './bulk';
import classes from './opinions.module.css';

interface BulkBarProps { chosen: readonly RequestBrief[]; rights: BulkRights; onDone: (left: readonly string[]) => void; onClose: () => void }
interface Refused { id: string; title: string; error: unknown }

/** Does one thing to each chosen request, one after the other; what was refused stays chosen, and says why. */
export default function BulkBar({ chosen, rights, onDone, onClose }: BulkBarProps) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const textOf = useRefusalText();
  const client = useQueryClient();
  const { done } = useNotify();
  const [asked, setAsked] = useState<BulkAct | null>(null);
  const work = useMutation({
    mutationFn: async (act: BulkAct) => {
      const refused: Refused[] = [];
      const all = openTo(act, chosen, rights);
      for (const { id, title, titleEn } of all) {
        try {
          await (act === 'remind' ? remindMembers(id)(null) : actOnRequest(id, { act }));
        } catch (error) {
          refused.push({ id, title: localised(title, titleEn), error });
        }
      }
      return { act, refused, count: all.length - refused.length };
    },
    onSuccess: ({ act, refused, count }) => {
      setAsked(null);
      for (const key of ['requests', 'desk', 'request']) void client.invalidateQueries({ queryKey: [key] });
      if (count > 0) done(t(`bulk.done.${act}`, { count }));
      onDone(refused.map(({ id }) => id));
    },
  });
  const open = BULK_ACTS.map((act) => ({ act, count: openTo(act, chosen, rights).length })).filter(({ count }) => count > 0);
  const refused = work.data?.refused ?? [];
  return (
    <section className={classes.bulk} aria-label={t('bulk.label')}>
      {refused.length > 0 && <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert" mb="sm">{refused.map(({ id, title, error }) => <Text key={id} size="sm">{title}: {textOf(error)}</Text>)}</Alert>}
      <Group gap="sm">
        <Text fw={600} aria-live="polite">{t('bulk.chosen', { count: chosen.length })}</Text>
        {open.map(({ act, count }) => <Button key={act} loading={work.isPending && work.variables === act} onClick={() => (act === 'send' ? setAsked(act) : work.mutate(act))}>{t(`bulk.${act}`, { count })}</Button>)}
        {chosen.length > 0 && open.length === 0 && <Text c="dimmed">{t('bulk.nothing')}</Text>}
        <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={onClose}>{t('bulk.close')}</Button>
      </Group>
      {asked !== null && <ConfirmDialog title={t('bulk.send.title')} text={t('bulk.send.text', { count: openTo(asked, chosen, rights).length })} confirm={t('bulk.send.confirm')} isBusy={work.isPending} onConfirm={() => work.mutate(asked)} onClose={() => setAsked(null)} />}
    </section>
  );
}
