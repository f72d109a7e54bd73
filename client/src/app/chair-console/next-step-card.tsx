import { Button, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NextStep, Session } from '../../api/contract';
import { setOutcome } from '../../features/agenda/api';
import { actOnSession, setCurrentItem } from '../../features/sessions/api';
import { actOnMotion, adoptList, consentQuery, motionQuery, openMotion, putItem } from '../../features/voting/api';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { ReasonDialog } from '../../ui/reason-dialog';
import { consentQuestion } from './consent-question';
import classes from './chair-console.module.css';

/** Does the one next step, whatever it is. */
function useNextStep(session: Session) {
  const client = useQueryClient();
  const notify = useNotify();
  const act = async ({ step, itemId, motionId }: NextStep, reason?: string): Promise<unknown> => {
    switch (step) {
      case 'open': return actOnSession(session.id, reason === undefined ? { act: 'open' } : { act: 'open', reason });
      case 'resume': case 'end': case 'conclude': return actOnSession(session.id, { act: step });
      case 'adoptConsentList': return adoptList(session.id, await consentQuestion(client, session));
      case 'startItem': case 'recordOutcome': return setCurrentItem(session.id, itemId);
      case 'openVote': return motionId === null ? putItem(itemId ?? '', false) : openMotion(motionId, false);
      case 'continueVote': return actOnMotion(motionId ?? '', 'continue');
      case 'closeVote': return actOnMotion(motionId ?? '', 'close');
      case 'publish': return actOnMotion(motionId ?? '', 'publish');
      case 'note': return setOutcome(itemId ?? '', 'noted');
      default: return step satisfies never;
    }
  };
  return useMutation({
    mutationFn: ({ next, reason }: { next: NextStep; reason?: string }) => act(next, reason),
    onSettled: () => Promise.all([['session', session.id], ['motion'], ['consent', session.id], ['floor', session.id]].map((queryKey) => client.invalidateQueries({ queryKey }))),
    onError: notify.refused,
  });
}

/** One button that names the next step; everything else is at hand and smaller. */
export function NextStepCard({ session }: { session: Session }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const [isAsking, setAsking] = useState(false);
  const step = useNextStep(session);
  const next = session.nextStep;
  if (next === null) return <section className={classes.next} aria-label={t('next.title')}><Text>{t('next.nothing')}</Text></section>;
  const item = session.items.find(({ id }) => id === next.itemId);
  const needsReason = next.step === 'open' && !session.quorum.reached;
  const start = () => (needsReason ? setAsking(true) : step.mutate({ next }));
  return (
    <section className={classes.next} aria-label={t('next.title')} aria-live="polite">
      <Text size="sm" c="dimmed">{t('next.title')}</Text>
      {next.step === 'recordOutcome' && item
        ? <Button size="xl" fullWidth component={Link} to={`/sessions/${session.id}?item=${item.id}`} data-testid="next-step">{t('next.recordOutcome', { number: item.number })}</Button>
        : <Button size="xl" fullWidth h="auto" mih={72} py="sm" loading={step.isPending} rightSection={<IconChevronRight size={24} aria-hidden />} onClick={start} data-testid="next-step" data-step={next.step}>{t(`next.${next.step}`, { number: item?.number ?? '' })}</Button>}
      {item && <Text mt={6}>{item.number}. {localised(item.title, item.titleEn)}</Text>}
      {next.step === 'open' && <Text mt={6}>{t('next.quorum', { ...session.quorum })}</Text>}
      {next.motionId !== null && next.step === 'closeVote' && <Cast motionId={next.motionId} />}
      {next.step === 'adoptConsentList' && <ListLength sessionId={session.id} />}
      {isAsking && <ReasonDialog title={t('sessions:act.open')} text={t('sessions:reason.open', { ...session.quorum })} label={t('sessions:reason')} confirm={t('sessions:act.open')} isBusy={step.isPending} onClose={() => setAsking(false)} onConfirm={(reason) => step.mutate({ next, reason }, { onSuccess: () => setAsking(false) })} />}
    </section>
  );
}

function Cast({ motionId }: { motionId: string }) {
  const { t } = useTranslation('meeting');
  const { data: motion } = useQuery(motionQuery(motionId));
  return motion?.progress ? <Text mt={6} fw={600}>{t('voting:progress.text', { cast: motion.progress.cast, total: motion.rollCount ?? 0 })}</Text> : null;
}

function ListLength({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('meeting');
  const { data: list } = useQuery(consentQuery(sessionId));
  return list ? <Text mt={6}>{t('next.listLength', { count: list.items.filter(({ off }) => off === null).length })}</Text> : null;
}
