import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Question, QuestionResult } from '../../api/contract';
import type { StyleWithProperties } from '../../ui/css';
import { OutcomeMark } from '../../ui/outcome-mark';
import { useLocalised } from '../../ui/localised';
import { ChoiceIcon, type Counted, looks } from './choice-look';
import classes from './opinions.module.css';

const order: Counted[] = ['agree', 'deemed', 'disagree', 'otherOpinion', 'abstain', 'notAnswered'];

/** The count of one question; silence that counts as agreement is told apart from a cast vote. */
export function QuestionResultView({ result, question, number }: { result: QuestionResult; question: Question; number: number }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const shown = order.filter((each) => each === 'agree' || each === 'disagree' || result.tally[each] > 0);
  if (result.options !== undefined) return <OptionsResult result={result} question={question} number={number} options={result.options} />;
  const sentence = t('result.sentence', {
    needed: result.needed, base: result.base, outcome: t(`result.outcomeLower.${result.outcome}`),
    parts: shown.map((each) => t(`result.part.${each}`, { count: result.tally[each] })).join(', '),
  });
  return (
    <section aria-label={t('result.of', { number })}>
      <p className={classes.outcome} data-testid="outcome"><OutcomeMark outcome={result.outcome} size={24} />{t(`result.outcome.${result.outcome}`)}</p>
      <Text data-testid="arithmetic">{sentence}</Text>
      {result.tie && <Text fw={600}>{t(`result.tie.${result.decidedBy}`)}</Text>}
      <div className={classes.bars} role="img" aria-label={sentence}>
        {shown.map((each) => (
          <div key={each} style={{ display: 'contents' }}>
            <span className={classes.label}><ChoiceIcon choice={each} />{t(`choice.${each}`)}</span>
            <span><span className={classes.bar} data-pattern={looks[each].pattern} style={{ '--bar': looks[each].color, display: result.tally[each] === 0 ? 'none' : 'block', width: `${(100 * result.tally[each]) / Math.max(1, result.members)}%` } as StyleWithProperties} /></span>
            <strong>{result.tally[each]}</strong>
          </div>
        ))}
      </div>
      <Text size="sm" c="dimmed">{t('result.citation', { citation: localised(result.citation, result.citationEn) })}</Text>
    </section>
  );
}

/** What each option got, and which are taken. */
function OptionsResult({ result, question, number, options }: { result: QuestionResult; question: Question; number: number; options: NonNullable<QuestionResult['options']> }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const nameOf = (id: string) => question.options.find((option) => option.id === id);
  const named = options.map((option) => ({ ...option, name: localised(nameOf(option.id)?.label ?? '', nameOf(option.id)?.labelEn ?? null) }));
  const chosen = named.filter((option) => option.chosen).map(({ name }) => name).join(', ');
  const rest = order.filter((each) => each !== 'agree' && each !== 'disagree' && result.tally[each] > 0).map((each) => t(`result.part.${each}`, { count: result.tally[each] })).join(', ');
  return (
    <section aria-label={t('result.of', { number })}>
      <p className={classes.outcome} data-testid="outcome"><OutcomeMark outcome={result.outcome} size={24} />{chosen === '' ? t('result.options.none') : t('result.options.chosen', { options: chosen })}</p>
      <Text data-testid="arithmetic">{t('result.options.sentence', { needed: result.needed, base: result.base, chose: result.tally.agree })}{rest === '' ? '' : `; ${rest}`}</Text>
      {result.tie && <Text fw={600}>{t('result.options.tie')}</Text>}
      <div className={classes.bars} role="img" aria-label={named.map(({ name, votes }) => `${name}: ${votes}`).join('; ')}>
        {named.map(({ id, name, votes, chosen: isChosen }) => (
          <div key={id} style={{ display: 'contents' }}>
            <span className={classes.label} style={{ fontWeight: isChosen ? 600 : undefined }}>{isChosen && <ChoiceIcon choice="agree" />}{name}</span>
            <span><span className={classes.bar} data-pattern={isChosen ? 'solid' : 'empty'} style={{ '--bar': looks[isChosen ? 'agree' : 'notAnswered'].color, display: votes === 0 ? 'none' : 'block', width: `${(100 * votes) / Math.max(1, result.members)}%` } as StyleWithProperties} /></span>
            <strong>{votes}</strong>
          </div>
        ))}
      </div>
      <Text size="sm" c="dimmed">{t('result.citation', { citation: localised(result.citation, result.citationEn) })}</Text>
    </section>
  );
}
