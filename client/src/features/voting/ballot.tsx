import { Button, Group, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { Choice, Motion } from '../../api/contract';
import { useIsDemo } from '../../api/installation';
import { CopyText } from '../../ui/copy-text';
import { DraftNote, isText, useDraft, useForgetDraft } from '../../ui/draft';
import { useLocalised } from '../../ui/localised';
import { useProve } from '../../ui/prove';
import { withTexts } from '../../i18n/start';
import { Loading, RefusalNote } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { castBallot, type Vote } from './api';
import { ChoiceIcon } from './choice-look';
import { motionKey } from './keys';
import classes from './voting.module.css';

const ChooseOptions = lazyPart(() => withTexts('meeting', import('./choose-options')));

/** The words of an other opinion; what was chosen is never kept. */
const ballotDraft = (motionId: string) => `ballot:${motionId}`;

/** Choose, be asked once, see the receipt. */
export function Ballot({ motion }: { motion: Motion }) {
  const { t } = useTranslation('voting');
  const client = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const [isRetrying, setRetrying] = useState(false);
  const { prove, dialog } = useProve();
  const forgetDraft = useForgetDraft(ballotDraft(motion.id));
  const cast = useMutation({
    mutationFn: (vote: Vote) => {
      const send = (sent: Vote) => castBallot(motion.id, sent, () => setRetrying(true));
      if (!motion.ruleSet.stepUp) return send(vote);
      const entry = { act: 'ballot' as const, subjectId: motion.id, answers: [{ questionId: motion.id, ...vote }] };
      return prove(entry, (proof) => send({ ...vote, proof }));
    },
    onSuccess: (answer, vote) => {
      forgetDraft();
      client.setQueryData<Motion>(motionKey(motion.id), (old) => old && { ...old, myBallot: { ...answer, text: vote.text ?? null, selected: vote.selected ?? null, entered: false } });
    },
    onSettled: () => {
      setRetrying(false);
      void client.invalidateQueries({ queryKey: motionKey(motion.id) });
      void client.invalidateQueries({ queryKey: ['desk'] });
    },
  });
  const mine = motion.myBallot;
  if (mine && !isChanging) {
    const canChange = motion.can.cast && motion.ruleSet.changeBallot;
    return <Receipt motion={motion} ballot={mine} onChange={canChange ? () => setChanging(true) : undefined} />;
  }
  if (!motion.can.cast) return null;
  return (
    <>
      {!motion.ruleSet.stepUp && <NotAsked />}
      {motion.options === null ? <Choosing motion={motion} isSending={cast.isPending} onSend={(vote) => cast.mutate(vote, { onSuccess: () => setChanging(false) })} />
        : <Suspense fallback={<Loading rows={2} />}><ChooseOptions motion={motion} options={motion.options} isSending={cast.isPending} onSend={(vote) => cast.mutate(vote, { onSuccess: () => setChanging(false) })} /></Suspense>}
      <div role="status" aria-live="assertive">{isRetrying && <Text mt="sm" fw={600}>{t('ballot.retrying')}</Text>}</div>
      {cast.isError && <RefusalNote error={cast.error} />}
      {dialog}
    </>
  );
}

function Choosing({ motion, isSending, onSend }: { motion: Motion; isSending: boolean; onSend: (vote: Vote) => void }) {
  const { t } = useTranslation('voting');
  const localised = useLocalised();
  const [choice, setChoice] = useState<Choice | null>(null);
  const draft = useDraft(ballotDraft(motion.id), '', isText);
  const text = draft.value;
  const [isChecked, setChecked] = useState(false);
  const send = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (choice !== null && choice !== 'otherOpinion') send.current?.focus(); }, [choice]);
  const isTextMissing = choice === 'otherOpinion' && text.trim() === '';
  const submit = () => {
    setChecked(true);
    if (choice !== null && !isTextMissing) onSend(choice === 'otherOpinion' ? { choice, text: text.trim() } : { choice });
  };
  if (choice === null) {
    return (
      <fieldset className={classes.choices}>
        <legend>{t('ballot.legend')}</legend>
        {motion.choices.map((each) => (
          <UnstyledButton key={each} className={classes.choice} onClick={() => setChoice(each)}><ChoiceIcon choice={each} size={26} />{t(`choice.${each}`)}</UnstyledButton>
        ))}
      </fieldset>
    );
  }
  return (
    <div className={classes.confirm} role="group" aria-labelledby={`ask-${motion.id}`}>
      <Group gap={10} wrap="nowrap" align="flex-start">
        <ChoiceIcon choice={choice} size={26} />
        <div id={`ask-${motion.id}`}><Text fw={600}>{t('ballot.ask', { choice: t(`choice.${choice}`) })}</Text><Text>{localised(motion.question, motion.questionEn)}</Text></div>
      </Group>
      {choice === 'otherOpinion' && <Textarea mt="sm" label={t('ballot.text')} required maxLength={4000} value={text} error={isChecked && isTextMissing ? t('ballot.text.needed') : undefined} onChange={(event) => draft.change(event.currentTarget.value)} data-autofocus />}
      {choice === 'otherOpinion' && <DraftNote draft={draft} />}
      {motion.ruleSet.stepUp && <Text mt="sm" size="sm" c="dimmed">{t('ballot.stepUp.on')}</Text>}
      <Group mt="md" gap="sm">
        <Button ref={send} onClick={submit} loading={isSending}>{t('ballot.send')}</Button>
        <Button variant="default" onClick={() => setChoice(null)} disabled={isSending}>{t('ballot.again')}</Button>
      </Group>
    </div>
  );
}

/** The switch of the rule set is off: said quietly, so that nobody takes it for forgotten. */
function NotAsked() {
  const { t } = useTranslation('voting');
  const isDemo = useIsDemo();
  return <Text size="sm" c="dimmed" mb="xs">{t(isDemo ? 'ballot.stepUp.offDemo' : 'ballot.stepUp.off')}</Text>;
}

interface ReceiptProps { motion: Motion; ballot: NonNullable<Motion['myBallot']>; onChange: (() => void) | undefined }

function Receipt({ motion, ballot, onChange }: ReceiptProps) {
  const { t } = useTranslation('voting');
  const { clock, date } = useTimes();
  const localised = useLocalised();
  const chosen = motion.options?.filter(({ id }) => ballot.selected?.includes(id)).map(({ label, labelEn }) => localised(label, labelEn)) ?? [];
  const said = chosen.length > 0 ? chosen.join(', ') : t(motion.options === null || ballot.choice !== 'abstain' ? `choice.${ballot.choice}` : 'choice.blank');
  return (
    <section className={classes.receipt} role="status" aria-label={t('ballot.done')}>
      <Group gap={8} wrap="nowrap"><IconCircleCheck size={22} aria-hidden /><Text fw={600}>{t('ballot.done')}</Text></Group>
      <Group gap={8} mt={6} wrap="nowrap"><ChoiceIcon choice={ballot.choice} /><Text>{t('ballot.choice', { choice: said })}</Text></Group>
      {ballot.entered && <Text size="sm" fw={600} mt={4}>{t('ballot.entered')}</Text>}
      {ballot.text !== null && <Text mt={4} style={{ whiteSpace: 'pre-wrap' }}>{ballot.text}</Text>}
      <Text size="sm" c="dimmed" mt="sm">{t('ballot.receipt')}</Text>
      <p className={classes.code} style={{ margin: 0 }} data-testid="receipt">{ballot.receipt}</p>
      <Text size="sm" c="dimmed">{t('ballot.at', { time: `${clock(ballot.at)} ${date(ballot.at)}` })}</Text>
      <Group mt="xs" gap="xs"><CopyText value={ballot.receipt} />{onChange && <Button variant="default" onClick={onChange}>{t('ballot.change')}</Button>}</Group>
    </section>
  );
}
