import { Button, Group, Text } from '@mantine/core';
import { IconDeviceTv, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisplayEntry, Session } from '../../../api/contract';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { Sheet } from '../../../ui/page';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import { QueryView } from '../../../ui/states';
import { useTimes } from '../../../ui/time';
import { displaysKey } from '../keys';
import { displaysQuery, revokeDisplay } from './api';
import { DisplayDialog } from './display-dialog';
import classes from './room.module.css';

/** Screens on walls: made, listed and revoked. */
export function DisplaysSection({ session }: { session: Session }) {
  const { t } = useTranslation('room');
  const client = useQueryClient();
  const notify = useNotify();
  const query = useQuery(displaysQuery(session.id));
  const [isMaking, setMaking] = useState(false);
  const [asked, setAsked] = useState<DisplayEntry | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: displaysKey(session.id) });
  const revoke = useMutation({
    mutationFn: revokeDisplay,
    onSuccess: async () => {
      await refresh();
      setAsked(null);
      notify.done(t('displays.revoked'));
    },
    onError: notify.refused,
  });
  return (
    <Sheet title={t('displays.title')} actions={<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>{t('displays.make')}</Button>}>
      <Text c="dimmed" mb="sm">{t('displays.lead')}</Text>
      <QueryView query={query} rows={2}>
        {({ displays }) => (displays.length === 0 ? <Text>{t('displays.none')}</Text>
          : <ul className="plain-list">{displays.map((display) => <DisplayRow key={display.id} display={display} site={session.sites.find(({ id }) => id === display.siteId)?.name ?? null} onRevoke={() => setAsked(display)} />)}</ul>)}
      </QueryView>
      {isMaking && <DisplayDialog session={session} onMade={() => void refresh()} onClose={() => setMaking(false)} />}
      {asked && <ConfirmDialog title={t('displays.revoke')} text={t('displays.revoke.text', { name: asked.name })} confirm={t('displays.revoke')} isBusy={revoke.isPending} onConfirm={() => revoke.mutate(asked.id)} onClose={() => setAsked(null)} />}
    </Sheet>
  );
}

function DisplayRow({ display, site, onRevoke }: { display: DisplayEntry; site: string | null; onRevoke: () => void }) {
  const { t } = useTranslation('room');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  return (
    <li className={classes.row}>
      <IconDeviceTv size={28} stroke={1.5} aria-hidden />
      <div className={classes.words}><Text fw={600}>{display.name}{site === null ? '' : ` · ${site}`}</Text><Text size="sm" c="dimmed">{t('displays.madeBy', { name: localised(display.madeBy, display.madeByEn), at: dateTime(display.madeAt) })}</Text></div>
      <Group gap="xs"><Button variant="default" aria-label={t('displays.revokeNamed', { name: display.name })} onClick={onRevoke}>{t('displays.revoke')}</Button></Group>
    </li>
  );
}
