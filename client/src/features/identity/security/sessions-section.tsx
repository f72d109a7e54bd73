import { ActionIcon, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceSession } from '../../../api/contract';
import { useNotify } from '../../../ui/notify';
import { Sheet } from '../../../ui/page';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import { useTimes } from '../../../ui/time';
import { endSession, endSessions, renameSession, securityQuery } from '../api';
import { useAgain, useGuarded } from './again';
import { useDeviceName } from './device-names';
import { NameDialog } from './name-dialog';
import classes from './security.module.css';

type Asked = { kind: 'rename'; session: DeviceSession } | { kind: 'end-others' } | { kind: 'end-all' };

/** Where I am signed in, and how to end it. */
export function SessionsSection({ sessions }: { sessions: DeviceSession[] }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const { done, refused } = useNotify();
  const nameOf = useDeviceName();
  const { whenFresh } = useAgain();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const onSuccess = () => {
    close();
    void client.invalidateQueries({ queryKey: securityQuery.queryKey });
  };
  const onEnded = () => { done(t('sessions.ended')); onSuccess(); };
  const rename = useMutation({ mutationFn: renameSession, onSuccess, onError: refused });
  const end = useGuarded(endSession, onEnded);
  const endOthers = useGuarded(() => endSessions('end-others'), onEnded);
  const endAll = useGuarded(() => endSessions('end-all'), () => window.location.assign('/sign-in'));
  return (
    <Sheet title={t('sessions.title')}>
      <ul className="plain-list">
        {sessions.map((session) => <SessionRow key={session.id} session={session} onRename={() => setAsked({ kind: 'rename', session })} onEnd={() => whenFresh(() => end.mutate(session.id))} isBusy={end.isPending} />)}
      </ul>
      <Group mt="md" gap="sm">
        {sessions.length > 1 && <Button variant="default" onClick={() => whenFresh(() => setAsked({ kind: 'end-others' }))}>{t('sessions.endOthers')}</Button>}
        <Button variant="subtle" onClick={() => whenFresh(() => setAsked({ kind: 'end-all' }))}>{t('sessions.endAll')}</Button>
      </Group>
      {asked?.kind === 'rename' && <NameDialog title={t('sessions.rename', { name: nameOf(asked.session) })} label={t('sessions.name')} initial={asked.session.name ?? ''} submit={t('save')} isBusy={rename.isPending} onSubmit={(name) => rename.mutate({ id: asked.session.id, name })} onClose={close} />}
      {asked?.kind === 'end-others' && <ConfirmDialog title={t('sessions.endOthers')} text={t('sessions.endOthersText')} confirm={t('sessions.endOthers')} isBusy={endOthers.isPending} onConfirm={() => endOthers.mutate(undefined)} onClose={close} />}
      {asked?.kind === 'end-all' && <ConfirmDialog title={t('sessions.endAll')} text={t('sessions.endAllText')} confirm={t('sessions.endAll')} isBusy={endAll.isPending} onConfirm={() => endAll.mutate(undefined)} onClose={close} />}
    </Sheet>
  );
}

function SessionRow({ session, onRename, onEnd, isBusy }: { session: DeviceSession; onRename: () => void; onEnd: () => void; isBusy: boolean }) {
  const { t } = useTranslation('security');
  const { dateTime } = useTimes();
  const name = useDeviceName()(session);
  const isHandheld = /iPhone|iPad|Android/.test(session.system ?? '');
  const Icon = isHandheld ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={classes.row}>
      <Icon size={28} stroke={1.5} aria-hidden className={classes.icon} />
      <Stack gap={2} className={classes.words}>
        <Group gap="xs"><Text fw={600}>{name}</Text>{session.current && <Badge color="teal">{t('sessions.this')}</Badge>}</Group>
        <Text size="sm" c="dimmed">{t('sessions.started', { at: dateTime(session.startedAt), method: t(`method.${session.method}`) })}</Text>
        <Text size="sm" c="dimmed">{t('sessions.seen', { at: dateTime(session.lastSeenAt) })}{session.address !== '' && ` · ${t('sessions.address', { address: session.address })}`}</Text>
      </Stack>
      <Group gap={4} wrap="nowrap">
        <ActionIcon aria-label={t('sessions.rename', { name })} onClick={onRename}><IconPencil size={20} aria-hidden /></ActionIcon>
        {!session.current && <Button variant="default" aria-label={t('sessions.endNamed', { name })} loading={isBusy} onClick={onEnd}>{t('sessions.end')}</Button>}
      </Group>
    </li>
  );
}
