import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './figures.module.css';

/** A table of figures. Wider than the screen, it is moved in its own frame, also by keyboard. */
export function FiguresTable({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation('ui');
  return <div className={classes.frame} role="region" aria-label={t('table.of', { title: label })} tabIndex={0}><table className={classes.table}>{children}</table></div>;
}

/** The few figures that matter most, large. */
export function Counts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return <dl className={classes.counts}>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
