import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgendaItem, ItemOutcome, PositionStand } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { setOutcome } from './api';
import { StandIcon } from './stand-icon';
import classes from './agenda.module.css';
import { Choose } from '../../ui/choose';

const outcomes: ItemOutcome[] = ['approved', 'approvedWithAmendment', 'rejected', 'deferred', 'referred', 'noted', 'withdrawn', 'returnedForRework'];
const stands: (PositionStand | 'silent')[] = ['noObjection', 'objection', 'wishToSpeak', 'silent'];

interface ItemSummaryProps { item: AgendaItem; sessionId: string; action: ReactNode; children: ReactNode }

/** What the item is about; the papers stand below it. */
export function ItemSummary({ item, sessionId, action, children }: ItemSummaryProps) {
  const { t } = useTranslation('agenda');
  const localised = useLocalised();
  return (
    <Stack gap="md">
      <Title order={2} size="h3">{item.number}. {localised(item.title, item.titleEn)}</Title>
      {action}
      <dl className={classes.facts}>
        <dt>{t('summary.kind')}</dt><dd>{t(`kind.${item.kind}`)}</dd>
        {item.sponsor !== null && <><dt>{t('summary.sponsor')}</dt><dd>{item.sponsor}</dd></>}
        <dt>{t('summary.minutes')}</dt><dd>{t('minutes', { count: item.minutes })}</dd>
        {item.outcome !== null && !item.can.setOutcome && <><dt>{t('summary.outcome')}</dt><dd>{t(`outcome.${item.outcome}`)}</dd></>}
      </dl>
      {item.lateAllowance && <Text size="sm">{t('late.byItem', { name: localised(item.lateAllowance.name, item.lateAllowance.nameEn), reason: item.lateAllowance.reason })}</Text>}
      {item.carriedFrom && <Anchor component={Link} size="sm" to={`/sessions/${item.carriedFrom.sessionId}?item=${item.carriedFrom.itemId}`}>{t('carry.link')}</Anchor>}
      {item.summary === null ? <Text c="dimmed">{t('summary.none')}</Text> : <Text style={{ whiteSpace: 'pre-wrap' }}>{item.summary}</Text>}
      {children}
      {item.kind === 'decision' && item.positions !== null && <PositionCounts positions={item.positions} />}
      {item.can.setOutcome && <OutcomeSelect item={item} sessionId={sessionId} />}
    </Stack>
  );
}

function PositionCounts({ positions }: { positions: NonNullable<AgendaItem['positions']> }) {
  const { t } = useTranslation('agenda');
  return (
    <section aria-label={t('summary.positions')}>
      <Title order={3} size="sm" mb={6}>{t('summary.positions')}</Title>
      <Group gap="xs" role="list">
        {stands.map((stand) => <Group key={stand} gap={6} wrap="nowrap" role="listitem"><StandIcon stand={stand} size={18} /><Text size="sm">{t(`stand.${stand}`)}: <strong>{positions[stand]}</strong></Text></Group>)}
      </Group>
    </section>
  );
}

function OutcomeSelect({ item, sessionId }: { item: AgendaItem; sessionId: string }) {
  const { t } = useTranslation('agenda');
  const client = useQueryClient();
  const notify = useNotify();
  const record = useMutation({
    mutationFn: (outcome: ItemOutcome) => setOutcome(item.id, outcome),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['session', sessionId] });
      notify.done(t('done.outcome'));
    },
    onError: notify.refused,
  });
  const choose = (value: string | null) => {
    const outcome = outcomes.find((each) => each === value);
    if (outcome) record.mutate(outcome);
  };
  return <Choose label={t('summary.outcome')} placeholder={t('summary.outcome.set')} disabled={record.isPending} value={item.outcome} onChange={choose} data={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} />;
}
