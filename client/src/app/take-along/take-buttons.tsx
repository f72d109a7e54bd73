import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconDeviceIpadCheck, IconDeviceIpadDown } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PaperBrief, Session } from '../../api/contract';
import { usePackOwner } from '../../api/pack/owner';
import { packListKey } from '../../features/offline/keys';
import { papersOf } from '../../features/offline/papers-of';
import type { PackList } from '../../features/offline/pack-list';
import { useTaking } from '../../features/offline/taking';
import { useKeepingText } from '../../features/offline/use-keeping-text';
import { useFileSize } from '../../ui/size';
import { useTimes } from '../../ui/time';
import { showToast } from '../../ui/toasts';
import { useCurrentBody } from '../current-body';
import classes from './take-along.module.css';

/** Who has taken nothing along waits for none of the rest. */
function usePack(): PackList | undefined {
  const owner = usePackOwner();
  return useQuery({ queryKey: packListKey, queryFn: async () => (await import('../../features/offline/pack-list')).packList(), networkMode: 'always', staleTime: 0, enabled: owner !== null }).data;
}

/** Takes papers along; what happened is said, also when another page is open by then. */
function useTake(session: Session) {
  const { t } = useTranslation('offline');
  const { me } = useCurrentBody();
  const client = useQueryClient();
  const sizeOf = useFileSize();
  const textOf = useKeepingText();
  return useMutation({
    mutationFn: async (versionId: string | null) => {
      const [{ takeAlong }, { wantedOf }] = await Promise.all([import('../../features/offline/take'), import('./wanted')]);
      return takeAlong(client, wantedOf(me, session, versionId));
    },
    onSuccess: ({ count, bytes }) => showToast(t('done', { count, size: sizeOf(bytes) }), false),
    onError: (error) => { if (!(error instanceof DOMException && error.name === 'AbortError')) showToast(textOf(error), true); },
  });
}

/** All released papers of a session: take along, how far it is, or that it is here. */
export function TakeSession({ session }: { session: Session }) {
  const { t } = useTranslation('offline');
  const sizeOf = useFileSize();
  const { moment } = useTimes();
  const take = useTake(session);
  const taking = useTaking();
  const pack = usePack();
  const papers = papersOf(session);
  const kept = pack?.sessions.find(({ id }) => id === session.id);
  const isHere = papers.length > 0 && papers.every(({ versionId }) => kept?.papers.some((paper) => paper.versionId === versionId));
  if (papers.length === 0) return null;
  if (taking?.sessionId === session.id && taking.versionId === null) return <Row to="/on-this-device" text={t('taking', { done: taking.done, count: taking.count })} />;
  if (isHere && kept !== undefined) return <Row to="/on-this-device" isHere text={t('here', { time: moment(new Date(kept.at).toISOString()) })} />;
  const bytes = papers.reduce((sum, { size }) => sum + size, 0);
  return <Row isBusy={taking !== null || take.isPending} text={t('take', { count: papers.length, size: sizeOf(bytes) })} onPress={() => take.mutate(null)} />;
}

function Row({ to, text, isHere = false, isBusy = false, onPress }: { to?: string; text: string; isHere?: boolean; isBusy?: boolean; onPress?: () => void }) {
  const Icon = isHere ? IconDeviceIpadCheck : IconDeviceIpadDown;
  const inside = <><Icon size={20} stroke={1.6} aria-hidden /><span>{text}</span></>;
  return to === undefined ? <UnstyledButton className={classes.row} disabled={isBusy} onClick={onPress}>{inside}</UnstyledButton> : <Link className={classes.row} to={to}>{inside}</Link>;
}

/** One paper: take along, or take off this device. */
export function TakePaper({ session, paper }: { session: Session; paper: PaperBrief }) {
  const { t } = useTranslation('offline');
  const client = useQueryClient();
  const take = useTake(session);
  const taking = useTaking();
  const isHere = usePack()?.papers.some(({ versionId }) => versionId === paper.current.id) === true;
  const remove = useMutation({ mutationFn: async () => (await import('../../features/offline/remove')).removeCopies(client, [paper.current.id]), onSuccess: () => showToast(t('removed'), false) });
  const Icon = isHere ? IconDeviceIpadCheck : IconDeviceIpadDown;
  const isBusy = take.isPending || remove.isPending || taking?.versionId === paper.current.id;
  return (
    <ActionIcon title={t(isHere ? 'paper.here' : 'paper.take')} aria-label={t('paper.take')} aria-pressed={isHere} loading={isBusy} disabled={taking !== null && !isBusy} onClick={() => (isHere ? remove.mutate() : take.mutate(paper.current.id))}>
      <Icon size={22} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
