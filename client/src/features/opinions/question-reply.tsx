import { Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { ChoiceIcon } from './choice-look';
import type { AnswerDraft, Problem } from './reply-draft';
import classes from './opinions.module.css';

interface QuestionReplyProps { question: Question; number: number; answer: AnswerDraft; problem: Problem | null; onAnswer: (answer: AnswerDraft) => void }

/** One question: large choices, or options of which so many may be chosen; words where they are wanted. */
export function QuestionReply({ question, number, answer, problem, onAnswer }: QuestionReplyProps) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const isAmong = question.kind === 'options';
  const choices = isAmong ? question.choices.filter((choice) => choice !== 'agree') : question.choices;
  const fault = problem === null || problem === 'text' ? null : t(`reply.problem.${problem}`, { count: question.most });
  return (
    <div className={classes.block}>
      <p className={classes.question}>{number}. {localised(question.text, question.textEn)}</p>
      {isAmong && <OptionsReply question={question} number={number} answer={answer} onAnswer={onAnswer} />}
      {choices.length > 0 && (
        <div className={classes.choices} role="radiogroup" aria-label={t(isAmong ? 'reply.instead' : 'reply.choice', { number })}>
          {choices.map((choice) => (
            <UnstyledButton key={choice} role="radio" aria-checked={answer.choice === choice} className={classes.choice} data-chosen={answer.choice === choice || undefined} onClick={() => onAnswer({ ...answer, choice, selected: [] })}><ChoiceIcon choice={choice} size={24} />{t(`choice.${choice}`)}</UnstyledButton>
          ))}
        </div>
      )}
      {fault !== null && <Text c="var(--mantine-color-error)" size="sm" mt={6} role="alert">{fault}</Text>}
      {(answer.choice === 'otherOpinion' || !isAmong) && (
        <Textarea mt="sm" autosize minRows={2} label={t(answer.choice === 'otherOpinion' ? 'reply.text.other' : 'reply.text')} required={answer.choice === 'otherOpinion'} maxLength={10000} value={answer.text} error={problem === 'text' ? t('reply.text.needed') : undefined}
          onChange={(event) => onAnswer({ ...answer, text: event.currentTarget.value })} />
      )}
    </div>
  );
}

function OptionsReply({ question, number, answer, onAnswer }: Omit<QuestionReplyProps, 'problem'>) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { most } = question;
  const choose = (id: string) => {
    const without = answer.selected.filter((each) => each !== id);
    // Of one there is only one: another takes its place. Of several the earlier ones stay, and one is told when they are too many.
    const selected = without.length < answer.selected.length ? without : most === 1 ? [id] : [...without, id];
    onAnswer({ ...answer, selected, choice: selected.length > 0 ? 'agree' : null });
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb={6} aria-live="polite">{t('reply.options', { count: most, chosen: answer.selected.length })}</Text>
      <div className={classes.choices} role="group" aria-label={t('reply.options.label', { number })} style={{ marginBottom: 8 }}>
        {question.options.map(({ id, label, labelEn }) => {
          const isChosen = answer.selected.includes(id);
          const Icon = isChosen ? IconSquareCheckFilled : IconSquare;
          return <UnstyledButton key={id} role="checkbox" aria-checked={isChosen} className={classes.choice} data-chosen={isChosen || undefined} onClick={() => choose(id)}><Icon size={24} aria-hidden style={{ flex: 'none' }} />{localised(label, labelEn)}</UnstyledButton>;
        })}
      </div>
    </>
  );
}
