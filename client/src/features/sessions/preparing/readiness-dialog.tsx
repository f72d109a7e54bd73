import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, Readiness, Session } from '../../../api/contract';
import { Dialog } from '../../../ui/dialog';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { ReasonDialog } from '../../../ui/reason-dialog';
import { QueryView } from '../../../ui/states';
import { useTimes } from '../../../ui/time';
import { allowLate, readinessQuery, withdrawLate } from './api';
import classes from './preparing.module.css';

/** What is missing, too long or too late before the session is submitted and sent. */
export default function ReadinessDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation('preparing');
  const query = useQuery({ ...readinessQuery(session.id), staleTime: 0 });
  return (
    <Dialog title={t('ready.title')} size="lg" onClose={onClose}>
      <QueryView query={query} rows={3}>{(readiness) => <Findings session={session} readiness={readiness} />}</QueryView>
    </Dialog>
  );
}

function Findings({ session, readiness }: { session: Session; readiness: Readiness }) {
  const { t } = useTranslation('preparing');
  const localised = useLocalised();
  const client = useQueryClient();
  const notify = useNotify();
  const [asked, setAsked] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: ({ itemId, reason }: { itemId: string; reason: string | null }): Promise<unknown> => (reason === null ? withdrawLate(itemId) : allowLate(itemId, reason)),
    onSuccess: async () => {
      setAsked(null);
      await Promise.all([['readiness', session.id], ['session', session.id]].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: notify.refused,
  });
  const { findings, allowances, can } = readiness;
  const itemOf = (finding: Finding) => session.items.find(({ id }) => id === finding.itemId);
  return (
    <Stack>
      <LeadTime readiness={readiness} />
      {findings.length === 0 && <Alert color="teal" icon={<IconCircleCheck aria-hidden />}>{t('ready.none')}</Alert>}
      <ul className="plain-list" aria-label={t('ready.title')}>
        {findings.map((finding) => {
          const item = itemOf(finding);
          const allowance = allowances.find(({ itemId }) => itemId === finding.itemId);
          return (
            <li key={`${finding.code}-${finding.itemId ?? ''}`} className={classes.finding}>
              {finding.code === 'lateAllowed' ? <IconInfoCircle size={20} aria-hidden /> : <IconAlertTriangle size={20} aria-hidden data-blocks={finding.blocks || undefined} />}
              <div>
                {item && <Text size="sm" c="dimmed">{item.number}. {localised(item.title, item.titleEn)}</Text>}
                <Text fw={500}>{t(`finding.${finding.code}`, { ...finding.params })}</Text>
                {allowance && finding.code === 'lateAllowed' && <Text size="sm">{allowance.reason}</Text>}
                {finding.blocks && <Text size="sm" fw={600}>{t('ready.blocks')}</Text>}
              </div>
              {can.allowLate && finding.itemId !== null && finding.code === 'late' && <Button variant="default" onClick={() => setAsked(finding.itemId)}>{t('late.allow')}</Button>}
              {can.allowLate && finding.itemId !== null && finding.code === 'lateAllowed' && <Button variant="default" loading={change.isPending} onClick={() => change.mutate({ itemId: finding.itemId ?? '', reason: null })}>{t('late.withdraw')}</Button>}
            </li>
          );
        })}
      </ul>
      {asked !== null && <ReasonDialog title={t('late.allow')} text={t('late.text')} label={t('late.reason')} confirm={t('late.allow')} isBusy={change.isPending} onClose={() => setAsked(null)} onConfirm={(reason) => change.mutate({ itemId: asked, reason })} />}
    </Stack>
  );
}

/** Until when papers are in time, in words and working days, with the article behind it. */
function LeadTime({ readiness }: { readiness: Readiness }) {
  const { t } = useTranslation('preparing');
  const localised = useLocalised();
  const { day } = useTimes();
  const { workingDaysLeft, leadDays, papersDueOn } = readiness;
  const left = workingDaysLeft > 0 ? t('lead.left', { count: workingDaysLeft }) : workingDaysLeft === 0 ? t('lead.today') : t('lead.over', { count: -workingDaysLeft });
  return (
    <Group className={classes.lead} data-over={workingDaysLeft < 0 || undefined} justify="space-between" gap="xs">
      <div><Text fw={600}>{t('lead.due', { date: day(papersDueOn) })}</Text><Text size="sm" c="dimmed">{t('lead.rule', { count: leadDays })} {t('voting:result.citation', { citation: localised(readiness.citation, readiness.citationEn) })}</Text></div>
      <Text fw={600}>{left}</Text>
    </Group>
  );
}
