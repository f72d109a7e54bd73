import { Button, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Statistics } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Page } from '../../ui/page';
import { QueryView } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { AttendanceFigures } from './attendance-figures';
import { ItemFigures } from './item-figures';
import { SpeakingFigures } from './speaking-figures';
import { statisticsQuery } from './api';
import { VoteFigures } from './vote-figures';

/** What happened in a session, in figures. */
export default function StatisticsPage() {
  const { sessionId = '' } = useParams();
  const query = useQuery(statisticsQuery(sessionId));
  return <QueryView query={query} rows={6}>{(statistics) => <Figures statistics={statistics} />}</QueryView>;
}

function Figures({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation('after');
  const localised = useLocalised();
  const { dateTime, clock } = useTimes();
  const { openedAt, endedAt, now } = statistics;
  const times = [t('opened', { time: dateTime(openedAt) }), endedAt === null ? t('running', { time: clock(now) }) : t('ended', { time: dateTime(endedAt) })].join(' · ');
  return (
    <Page title={t('title')} lead={<><Text fw={500}>{localised(statistics.title, statistics.titleEn)}</Text><Text size="sm">{times}</Text></>}
      actions={<Button variant="default" component={Link} to={`/sessions/${statistics.sessionId}`} leftSection={<IconArrowLeft size={20} aria-hidden />}>{t('back')}</Button>}>
      <Stack gap="lg">
        <ItemFigures statistics={statistics} />
        {statistics.attendance !== null && <VoteFigures statistics={statistics} />}
        <SpeakingFigures statistics={statistics} />
        {statistics.attendance !== null && <AttendanceFigures members={statistics.members} counts={statistics.attendance} />}
      </Stack>
    </Page>
  );
}
