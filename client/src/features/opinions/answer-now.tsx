import { ActionIcon, Button, Group, Progress, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useNow, useTimes } from '../../ui/time';
import { QuestionReply } from './question-reply';
import { CommentsField } from './reply-extras';
import { PreparedNote, ReplyRest, SendDialog } from './reply-form';
import { useReply } from './use-reply';
import classes from './opinions.module.css';

/** One question after the other on a small screen, by one thumb: large choices, the next step always at the bottom, one confirmation at the end. */
export function AnswerNow({ request, onClose }: { request: OpinionRequest; onClose: () => void }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const now = useNow(60_000);
  const { left } = useTimes();
  const reply = useReply(request, onClose);
  const [step, setStep] = useState(0);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [step]);
  const total = request.questions.length + 1;
  const question = request.questions[step];
  const next = () => {
    reply.setChecked(true);
    if (reply.problems[step] !== null) return;
    reply.setChecked(false);
    setStep(step + 1);
  };
  const finish = () => {
    if (reply.ask()) return;
    const first = reply.problems.findIndex((problem) => problem !== null);
    if (first >= 0) setStep(first);
  };
  return (
    <div className={classes.now}>
      <header className={classes.nowHead}>
        <div style={{ minWidth: 0, flex: 1 }}>
          <Title ref={head} order={1} size="h4" tabIndex={-1} style={{ outline: 'none' }}>{question ? t('now.step', { number: step + 1, total: request.questions.length }) : t('now.rest')}</Title>
          <Text size="sm" c="dimmed" truncate>{localised(request.title, request.titleEn)}{request.dueAt !== null && ` · ${left(request.dueAt, now)}`}</Text>
        </div>
        <ActionIcon aria-label={t('now.close')} onClick={onClose}><IconX size={22} aria-hidden /></ActionIcon>
      </header>
      <Progress value={(100 * (step + 1)) / total} aria-hidden mb="md" />
      {step === 0 && <PreparedNote request={request} />}
      {question ? (
        <>
          <QuestionReply question={question} number={step + 1} answer={reply.answer(question.id)} problem={reply.isChecked ? (reply.problems[step] ?? null) : null}
            onAnswer={(answer) => reply.change({ answers: { ...reply.draft.answers, [question.id]: answer } })} />
          <CommentsField draft={reply.draft} onChange={reply.change} questionId={question.id} number={step + 1} />
        </>
      ) : <ReplyRest request={request} reply={reply} />}
      <Group className={classes.bar2} wrap="nowrap" gap="sm">
        {step > 0 ? <Button variant="default" size="lg" onClick={() => setStep(step - 1)}>{t('form.back')}</Button> : <Button variant="default" size="lg" loading={reply.send.isPending && !reply.isAsking} onClick={() => reply.send.mutate(false)}>{t('reply.save')}</Button>}
        {question ? <Button size="lg" flex={1} onClick={next}>{t('now.next')}</Button> : <Button size="lg" flex={1} loading={reply.send.isPending && reply.isAsking} onClick={finish}>{t(reply.isAssistant ? 'assistant.handUp' : 'reply.send')}</Button>}
      </Group>
      <SendDialog request={request} reply={reply} />
    </div>
  );
}
