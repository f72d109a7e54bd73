import { Badge, Text } from '@mantine/core';
import { IconCircleCheck, IconEqual } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Motion, MotionResult } from '../../api/contract';
import type { StyleWithProperties } from '../../ui/css';
import { useLocalised } from '../../ui/localised';
import classes from './voting.module.css';

/** What each option got, most votes first, against the number that was needed. */
export default function OptionResults({ motion, result }: { motion: Motion; result: MotionResult }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const options = (result.options ?? []).map((each) => ({ ...each, ...motion.options?.find(({ id }) => id === each.id) })).sort((left, right) => right.votes - left.votes);
  const widest = Math.max(result.base, 1);
  const taken = options.filter(({ chosen }) => chosen).length;
  const isTied = options.some(({ tied }) => tied);
  return (
    <section aria-label={t('options.results')}>
      <Text fw={600} data-testid="arithmetic">{t('options.sentence', { needed: result.needed, base: result.base, places: motion.places ?? 1, taken, cast: result.tally.agree, blank: result.tally.abstain, notVoted: result.tally.notVoted })}</Text>
      {isTied && <Text fw={600} mt={4}>{t('options.tie')}</Text>}
      <ol className={classes.optionResults}>
        {options.map((option) => (
          <li key={option.id}>
            <span className={classes.optionName}>{localised(option.label ?? '', option.labelEn ?? null)}</span>
            <span className={classes.value}>{option.votes}</span>
            <span className={classes.track}>
              <span className={classes.bar} data-pattern={option.chosen ? 'solid' : 'stripes'} style={{ '--bar': option.chosen ? 'light-dark(#0a5d58, #69b8b2)' : 'light-dark(#756b61, #8f867d)', display: option.votes === 0 ? 'none' : 'block', width: `${(100 * option.votes) / widest}%` } as StyleWithProperties} />
              <span className={classes.mark} style={{ left: `${(100 * result.needed) / widest}%` }} title={t('voting:result.needed', { needed: result.needed })} />
            </span>
            {option.chosen && <Badge color="teal" leftSection={<IconCircleCheck size={14} aria-hidden />}>{t(motion.kind === 'election' ? 'options.elected' : 'options.chosen')}</Badge>}
            {option.tied && <Badge color="orange" leftSection={<IconEqual size={14} aria-hidden />}>{t('options.tied')}</Badge>}
          </li>
        ))}
      </ol>
    </section>
  );
}
