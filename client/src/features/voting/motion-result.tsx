import { Group, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { Choice, Motion, MotionResult } from '../../api/contract';
import { withTexts } from '../../i18n/start';
import { Loading } from '../../ui/states';
import type { StyleWithProperties } from '../../ui/css';
import { OutcomeMark } from '../../ui/outcome-mark';
import { useLocalised } from '../../ui/localised';
import { ChoiceIcon, looks } from './choice-look';
import { shownCounts, useResultSentence } from './result-sentence';
import classes from './voting.module.css';

const OptionResults = lazyPart(() => withTexts('meeting', import('./option-results')));
const VoteBoard = lazyPart(() => import('./vote-board'));

export function MotionResultView({ motion, result }: { motion: Motion; result: MotionResult }) {
  const { t } = useTranslation('voting');
  const localised = useLocalised();
  const sentence = useResultSentence()(result);
  return (
    <section aria-label={t('result.title')}>
      <p className={classes.outcome} data-testid="outcome"><OutcomeMark outcome={result.outcome} />{t(`result.outcome.${result.outcome}`)}</p>
      {result.options === null ? (
        <>
          <Text data-testid="arithmetic">{sentence}</Text>
          {result.tie && <Text fw={600} mt={4}>{t(`result.tie.${result.decidedBy}`)}</Text>}
          <Chart result={result} label={sentence} />
        </>
      ) : <Suspense fallback={<Loading rows={2} />}><OptionResults motion={motion} result={result} /></Suspense>}
      <Text size="sm" c="dimmed">{t(result.strict ? 'result.rule.strict' : 'result.rule.atLeast', { of: t(`result.of.${result.of}`) })} {t('result.citation', { citation: localised(result.citation, result.citationEn) })}</Text>
      {result.options === null && <Board result={result} />}
      {result.ballots && <Ballots motion={motion} ballots={result.ballots} />}
    </section>
  );
}

function Chart({ result, label }: { result: MotionResult; label: string }) {
  const { t } = useTranslation('voting');
  const widest = Math.max(result.base, result.members, 1);
  return (
    <div className={classes.bars} role="img" aria-label={t('result.chart', { text: label })}>
      {shownCounts(result.tally).map((each) => {
        const count = result.tally[each];
        return (
          <div key={each} style={{ display: 'contents' }}>
            <span className={classes.label}><ChoiceIcon choice={each} />{t(`choice.${each}`)}</span>
            <span className={classes.track}>
              <span className={classes.bar} data-pattern={looks[each].pattern} style={{ '--bar': looks[each].color, display: count === 0 ? 'none' : 'block', width: `${(100 * count) / widest}%` } as StyleWithProperties} />
              {each === 'agree' && <span className={classes.mark} style={{ left: `${(100 * result.needed) / widest}%` }} title={t('result.needed', { needed: result.needed })} />}
            </span>
            <span className={classes.value}>{count}</span>
          </div>
        );
      })}
    </div>
  );
}

/** The hall at one look, drawn when it is opened. */
function Board({ result }: { result: MotionResult }) {
  const { t } = useTranslation('voting');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <Text component="summary" mt="sm" mih={36} fw={600} style={{ cursor: 'pointer' }}>{t('result.board')}</Text>
      {isOpen && <Suspense fallback={<Loading rows={2} />}><VoteBoard result={result} /></Suspense>}
    </details>
  );
}

function Ballots({ motion, ballots }: { motion: Motion; ballots: NonNullable<MotionResult['ballots']> }) {
  const { t } = useTranslation('voting');
  const localised = useLocalised();
  const word = (choice: Choice | null) => choice ?? 'notVoted';
  const said = ({ choice, selected }: (typeof ballots)[number]) => (motion.options === null || choice === null ? t(`choice.${word(choice)}`)
    : motion.options.filter(({ id }) => selected?.includes(id)).map(({ label, labelEn }) => localised(label, labelEn)).join(', ') || t('choice.blank'));
  return (
    <details>
      <Text component="summary" mt="sm" mih={36} fw={600} style={{ cursor: 'pointer' }}>{t('result.ballots')}</Text>
      <table className={classes.ballots}>
        <thead><tr><th>{t('result.member')}</th><th>{t('result.choice')}</th></tr></thead>
        <tbody>
          {[...ballots].sort((a, b) => a.seatNumber - b.seatNumber).map((ballot) => (
            <tr key={ballot.memberId}>
              <td>{localised(ballot.title, ballot.titleEn)}</td>
              <td>
                <Group gap={6} wrap="nowrap"><ChoiceIcon choice={word(ballot.choice)} size={18} /><span>{said(ballot)}{ballot.channel !== null && ballot.channel !== 'room' && ` · ${t(`result.channel.${ballot.channel}`)}`}</span></Group>
                {ballot.text !== null && <Text size="sm" c="dimmed">{ballot.text}</Text>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
