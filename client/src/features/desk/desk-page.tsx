import { Box, Chip, Group, Stack } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Desk, MyBody } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Page } from '../../ui/page';
import { Empty, QueryView } from '../../ui/states';
import { deskQuery } from './api';
import { NextSession, OpenVotes, PaperCopies, Positions, RemindedPapers, ReplacedPapers, Requests } from './desk-parts';

type Part = 'votes' | 'session' | 'requests' | 'positions' | 'reminded' | 'papers' | 'copies';
const parts: Part[] = ['votes', 'session', 'requests', 'positions', 'reminded', 'papers', 'copies'];

interface Views {
  attendanceWord: (state: string) => string;
  /** How much changed in a paper that was replaced. */
  changesOf: (paper: Desk['replacedPapers'][number]) => ReactNode;
}

interface DeskPageProps extends Views { body: MyBody; /** What has a deadline elsewhere. */ first: ReactNode; /** Of other bodies, where there are any. */ invitations: ReactNode }

export function DeskPage({ body, attendanceWord, changesOf, first, invitations }: DeskPageProps) {
  const { t } = useTranslation('desk');
  const localised = useLocalised();
  const query = useQuery(deskQuery(body.id));
  return (
    <Page title={t('title')} lead={t('lead', { body: localised(body.name, body.nameEn) })}>
      {first}
      <QueryView query={query}>{(desk) => <DeskView desk={desk} attendanceWord={attendanceWord} changesOf={changesOf} />}</QueryView>
      {invitations !== null && <Box mt="lg">{invitations}</Box>}
    </Page>
  );
}

function countsOf(desk: Desk): Record<Part, number> {
  return {
    votes: desk.openMotions.length, session: desk.nextSession === null ? 0 : 1, requests: desk.requests.length,
    positions: desk.itemsWithoutPosition.length, reminded: desk.remindedPapers.length, papers: desk.replacedPapers.length, copies: desk.paperCopies.length,
  };
}

/** What waits, in order of time; the numbers at the top filter. */
function DeskView({ desk, attendanceWord, changesOf }: Views & { desk: Desk }) {
  const { t } = useTranslation('desk');
  const [params, setParams] = useSearchParams();
  const counts = countsOf(desk);
  const waiting = parts.filter((part) => counts[part] > 0);
  const chosen = waiting.find((part) => part === params.get('show')) ?? 'all';
  if (waiting.length === 0) return <Empty icon={<IconCoffee size={48} stroke={1.2} />} title={t('calm.title')}>{t('calm.text')}</Empty>;
  const views: Record<Part, ReactNode> = {
    votes: <OpenVotes key="votes" motions={desk.openMotions} />,
    session: desk.nextSession && <NextSession key="session" session={desk.nextSession} attendanceWord={attendanceWord} />,
    requests: <Requests key="requests" requests={desk.requests} />,
    positions: <Positions key="positions" items={desk.itemsWithoutPosition} />,
    reminded: <RemindedPapers key="reminded" papers={desk.remindedPapers} />,
    copies: <PaperCopies key="copies" copies={desk.paperCopies} />,
    papers: <ReplacedPapers key="papers" papers={desk.replacedPapers} changesOf={changesOf} />,
  };
  return (
    <>
      {waiting.length > 1 && (
        <Chip.Group value={chosen} onChange={(value) => setParams(value === 'all' ? {} : { show: value }, { replace: true })}>
          <Group gap="xs" mb="lg" role="group" aria-label={t('filter.label')}>
            {(['all', ...waiting] as const).map((part) => <Chip key={part} value={part} size="lg" radius="sm" color="var(--mantine-color-text)" variant="outline">{t(`filter.${part}`)}{part !== 'all' && ` ${counts[part]}`}</Chip>)}
          </Group>
        </Chip.Group>
      )}
      <Stack gap="lg">{waiting.filter((part) => chosen === 'all' || chosen === part).map((part) => views[part])}</Stack>
    </>
  );
}
