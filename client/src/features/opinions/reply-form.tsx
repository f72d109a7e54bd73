import { Button, Group, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, OpinionRequest, Question } from '../../api/contract';
import { useIsDemo } from '../../api/installation';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { Sheet } from '../../ui/page';
import { useProve } from '../../ui/prove';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { RefusalNote } from '../../ui/states';
import { reply, type ReplyAnswer } from './api';
import { ChoiceIcon } from './choice-look';
import { requestKey } from './keys';
import classes from './opinions.module.css';

type Draft = Readonly<Record<string, { choice: Choice | null; text: string }>>;

function draftOf(request: OpinionRequest): Draft {
  return Object.fromEntries(request.questions.map(({ id }) => {
    const mine = request.myAnswers.find(({ questionId }) => questionId === id);
    return [id, { choice: mine?.choice ?? null, text: mine?.text ?? '' }];
  }));
}

function problemOf(answer: Draft[string] | undefined): 'choice' | 'text' | null {
  if (!answer || answer.choice === null) return 'choice';
  return answer.choice === 'otherOpinion' && answer.text.trim() === '' ? 'text' : null;
}

function answersOf(request: OpinionRequest, draft: Draft): ReplyAnswer[] {
  return request.questions.map(({ id }) => {
    const { choice = null, text = '' } = draft[id] ?? {};
    return { questionId: id, ...(choice === null ? {} : { choice }), ...(text.trim() === '' ? {} : { text: text.trim() }) };
  });
}

/** The member's answer: a choice for each question, words where wanted; a draft can wait, sending asks once. */
export function ReplyForm({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const { done } = useNotify();
  const [draft, setDraft] = useState(() => draftOf(request));
  const [isChecked, setChecked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { prove, dialog } = useProve();
  const isDemo = useIsDemo();
  const { stepUp } = request.ruleSet;
  const send = useMutation({
    mutationFn: (isFinal: boolean) => {
      const entry = { answers: answersOf(request, draft), send: isFinal };
      if (!isFinal || !request.ruleSet.stepUp) return reply(request.id, entry);
      const said = entry.answers.flatMap(({ choice, ...rest }) => (choice === undefined ? [] : [{ ...rest, choice }]));
      return prove({ act: 'reply', subjectId: request.id, answers: said }, (proof) => reply(request.id, { ...entry, proof }));
    },
    onSuccess: (answer, isFinal) => {
      client.setQueryData(requestKey(request.id), answer);
      for (const key of ['requests', 'desk']) void client.invalidateQueries({ queryKey: [key] });
      done(t(isFinal ? 'reply.sent' : 'reply.saved'));
    },
    onSettled: () => setAsking(false),
  });
  const ask = () => {
    setChecked(true);
    if (request.questions.every(({ id }) => problemOf(draft[id]) === null)) setAsking(true);
  };
  const summary = request.questions.map(({ id }, index) => t('reply.answer', { number: index + 1, choice: t(`choice.${draft[id]?.choice ?? 'notAnswered'}`) })).join('; ');
  return (
    <Sheet title={t('reply.title')}>
      {request.questions.map((question, index) => (
        <QuestionReply key={question.id} question={question} number={index + 1} choices={request.choices} answer={draft[question.id] ?? { choice: null, text: '' }} problem={isChecked ? problemOf(draft[question.id]) : null}
          onAnswer={(answer) => setDraft((old) => ({ ...old, [question.id]: answer }))} />
      ))}
      <Stack gap="sm" mt="md">
        {!stepUp && <Text size="sm" c="dimmed">{t(isDemo ? 'reply.stepUp.offDemo' : 'reply.stepUp.off')}</Text>}
        {send.isError && <RefusalNote error={send.error} />}
        <Group gap="sm">
          <Button onClick={ask} loading={send.isPending && isAsking}>{t('reply.send')}</Button>
          <Button variant="default" onClick={() => send.mutate(false)} loading={send.isPending && !isAsking}>{t('reply.save')}</Button>
        </Group>
      </Stack>
      {isAsking && <ConfirmDialog title={t('reply.confirm.title')} text={`${t('reply.confirm.text', { answers: summary })}${stepUp ? ` ${t('reply.stepUp.on')}` : ''}`} confirm={t('reply.send')} isBusy={send.isPending} onClose={() => setAsking(false)} onConfirm={() => send.mutate(true)} />}
      {dialog}
    </Sheet>
  );
}

interface QuestionReplyProps {
  question: Question; number: number; choices: Choice[]; answer: Draft[string]; problem: 'choice' | 'text' | null; onAnswer: (answer: Draft[string]) => void;
}

function QuestionReply({ question, number, choices, answer, problem, onAnswer }: QuestionReplyProps) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  return (
    <div className={classes.block}>
      <p className={classes.question}>{number}. {localised(question.text, question.textEn)}</p>
      <div className={classes.choices} role="radiogroup" aria-label={t('reply.choice', { number })}>
        {choices.map((choice) => (
          <UnstyledButton key={choice} role="radio" aria-checked={answer.choice === choice} className={classes.choice} data-chosen={answer.choice === choice || undefined} onClick={() => onAnswer({ ...answer, choice })}><ChoiceIcon choice={choice} size={24} />{t(`choice.${choice}`)}</UnstyledButton>
        ))}
      </div>
      {problem === 'choice' && <Text c="var(--mantine-color-error)" size="sm" mt={6} role="alert">{t('reply.choice.needed')}</Text>}
      <Textarea mt="sm" label={t(answer.choice === 'otherOpinion' ? 'reply.text.other' : 'reply.text')} required={answer.choice === 'otherOpinion'} maxLength={10000} value={answer.text} error={problem === 'text' ? t('reply.text.needed') : undefined}
        onChange={(event) => onAnswer({ ...answer, text: event.currentTarget.value })} />
    </div>
  );
}
