import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QuestionResult } from '../../api/contract';
import type { StyleWithProperties } from '../../ui/css';
import { OutcomeMark } from '../../ui/outcome-mark';
import { useLocalised } from '../../ui/localised';
import { ChoiceIcon, type Counted, looks } from './choice-look';
import classes from './opinions.module.css';

const order: Counted[] = ['agree', 'deemed', 'disagree', 'otherOpinion', 'abstain', 'notAnswered'];

/** The count of one question; silence that counts as agreement is told apart from a cast vote. */
export function QuestionResultView({ result }: { result: QuestionResult }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const shown = order.filter((each) => each === 'agree' || each === 'disagree' || result.tally[each] > 0);
  const sentence = t('result.sentence', {
    needed: result.needed, base: result.base, outcome: t(`result.outcomeLower.${result.outcome}`),
    parts: shown.map((each) => t(`result.part.${each}`, { count: result.tally[each] })).join(', '),
  });
  return (
    <section aria-label={t('result.title')}>
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
