import { useTranslation } from 'react-i18next';
import type { OpinionCounts } from '../../api/contract';
import type { StyleWithProperties } from '../../ui/css';
import classes from './opinion-figures.module.css';

export const KINDS = ['answered', 'deemed', 'missing', 'waiting'] as const;
export type Kind = (typeof KINDS)[number];

/** How the members asked are parted, each part with its own pattern; the numbers stand in the table. */
export function ShareBar({ counts, most }: { counts: OpinionCounts; most: number }) {
  const { t } = useTranslation('opinionFigures');
  const shown = KINDS.filter((kind) => counts[kind] > 0);
  return (
    <span className={classes.bar} role="img" aria-label={shown.map((kind) => `${t(`kind.${kind}`)}: ${counts[kind]}`).join(', ')}>
      {shown.map((kind) => <span key={kind} className={classes.part} data-kind={kind} style={{ '--share': `${(100 * counts[kind]) / Math.max(1, most)}%` } as StyleWithProperties} />)}
    </span>
  );
}

/** What the patterns mean. */
export function Legend() {
  const { t } = useTranslation('opinionFigures');
  return <ul className={classes.legend} aria-hidden>{KINDS.map((kind) => <li key={kind}><span className={classes.part} data-kind={kind} />{t(`kind.${kind}`)}</li>)}</ul>;
}
