import { ActionIcon, Anchor, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconDeviceIpadDown, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { canKeep } from '../../api/pack/device';
import type { KeptPaper } from '../../api/pack/papers';
import { useLocalised } from '../../ui/localised';
import { Page, Sheet } from '../../ui/page';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { Empty, QueryView } from '../../ui/states';
import { useFileSize } from '../../ui/size';
import { useTimes } from '../../ui/time';
import { showToast } from '../../ui/toasts';
import { packListQuery } from './api';
import { DeviceFacts } from './device-facts';
import { Holders } from './holders';
import type { KeptSession, PackList } from './pack-list';
import { removeCopies } from './remove';
import { stopTaking, useTaking } from './taking';
import classes from './offline.module.css';

/** What lies on this device: how much, of when, and how to be rid of it. */
export default function OnThisDevicePage() {
  const { t } = useTranslation('offline');
  const query = useQuery(packListQuery);
  return (
    <Page title={t('page.title')} lead={t('page.lead')} narrow>
      <Stack gap="md">
        <TakingNow />
        <QueryView query={query}>{(pack) => <Pack pack={pack} />}</QueryView>
        {query.data !== undefined && <Holders hereId={query.data.deviceId} />}
      </Stack>
    </Page>
  );
}

function TakingNow() {
  const { t } = useTranslation('offline');
  const sizeOf = useFileSize();
  const taking = useTaking();
  if (taking === null) return null;
  const share = taking.total === 0 ? 0 : Math.round((taking.bytes / taking.total) * 100);
  return (
    <Sheet label={t('taking.title')}>
      <Group justify="space-between" mb="xs">
        <Text role="status">{t('taking.progress', { done: taking.done, count: taking.count, bytes: sizeOf(taking.bytes), total: sizeOf(taking.total) })}</Text>
        <Button variant="default" onClick={stopTaking}>{t('taking.stop')}</Button>
      </Group>
      <Progress value={share} aria-label={t('taking.title')} />
    </Sheet>
  );
}

function Pack({ pack }: { pack: PackList }) {
  const { t } = useTranslation('offline');
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({ mutationFn: (versionIds: string[]) => removeCopies(client, versionIds), onSuccess: () => { setAsking(false); showToast(t('removed'), false); } });
  if (!canKeep()) return <Sheet><Empty icon={<IconDeviceIpadDown size={40} stroke={1.4} />} title={t('impossible.title')}>{t('failed.noStore')}</Empty></Sheet>;
  if (pack.papers.length === 0) return <Sheet><Empty icon={<IconDeviceIpadDown size={40} stroke={1.4} />} title={t('empty.title')}>{t('empty.text')}</Empty></Sheet>;
  return (
    <>
      <DeviceFacts pack={pack} onRemoveAll={() => setAsking(true)} />
      {pack.sessions.map((session) => <SessionPapers key={session.id} session={session} isBusy={remove.isPending} onRemove={(versionIds) => remove.mutate(versionIds)} />)}
      {isAsking && <ConfirmDialog title={t('removeAll')} text={t('removeAll.text')} confirm={t('removeAll')} isBusy={remove.isPending} onConfirm={() => remove.mutate(pack.papers.map(({ versionId }) => versionId))} onClose={() => setAsking(false)} />}
    </>
  );
}

function SessionPapers({ session, isBusy, onRemove }: { session: KeptSession; isBusy: boolean; onRemove: (versionIds: string[]) => void }) {
  const { t } = useTranslation('offline');
  const localised = useLocalised();
  const sizeOf = useFileSize();
  const { dateTime } = useTimes();
  const title = localised(session.title, session.titleEn);
  const bytes = session.papers.reduce((sum, { size }) => sum + size, 0);
  return (
    <Sheet label={title}>
      <Group justify="space-between" align="flex-start" gap="sm" mb="xs">
        <div className={classes.title}>
          <Title order={2} size="h3"><Anchor component={Link} to={`/sessions/${session.id}`} inherit>{title}</Anchor></Title>
          <Text size="sm" c="dimmed">{[t('papers', { count: session.papers.length }), sizeOf(bytes), t('asOf', { time: dateTime(new Date(session.at).toISOString()) }), ...(session.isWhole ? [t('whole')] : [])].join(' · ')}</Text>
        </div>
        <Button variant="default" disabled={isBusy} onClick={() => onRemove(session.papers.map(({ versionId }) => versionId))}>{t('removeSession')}</Button>
      </Group>
      <ul className="plain-list">{session.papers.map((paper) => <PaperRow key={paper.versionId} paper={paper} isBusy={isBusy} onRemove={() => onRemove([paper.versionId])} />)}</ul>
    </Sheet>
  );
}

function PaperRow({ paper, isBusy, onRemove }: { paper: KeptPaper; isBusy: boolean; onRemove: () => void }) {
  const { t } = useTranslation('offline');
  const sizeOf = useFileSize();
  const { dateTime } = useTimes();
  const text = t('removeOne', { title: paper.title });
  return (
    <li className={classes.row}>
      <Link to={`/sessions/${paper.sessionId}?paper=${paper.paperId}`} className={classes.open}>
        <Text component="span" display="block">{paper.title}</Text>
        <Text component="span" display="block" size="sm" c="dimmed">{[t('pages', { count: paper.pages }), sizeOf(paper.size), t('version', { number: paper.number }), t('takenAt', { time: dateTime(new Date(paper.takenAt).toISOString()) })].join(' · ')}</Text>
      </Link>
      <ActionIcon aria-label={text} title={text} disabled={isBusy} onClick={onRemove}><IconTrash size={20} aria-hidden /></ActionIcon>
    </li>
  );
}
