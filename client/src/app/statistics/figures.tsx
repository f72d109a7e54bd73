import type { ReactNode } from 'react';
import { CsvButton } from '../../ui/csv-button';
import type { Cell } from '../../ui/csv';
import type { StyleWithProperties } from '../../ui/css';
import { Sheet } from '../../ui/page';
import classes from './statistics.module.css';

/** Minutes and seconds, as the clocks of the meeting show them. */
export const spent = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** How much of the most: the number itself stands beside it. */
export function Bar({ value, most, isOver = false }: { value: number; most: number; isOver?: boolean }) {
  return <span className={classes.track} aria-hidden><span className={classes.bar} data-over={isOver || undefined} style={{ '--share': `${most === 0 ? 0 : Math.min(100, (100 * value) / most)}%` } as StyleWithProperties} /></span>;
}

interface FiguresSheetProps { title: string; name: string; csv: (() => readonly (readonly Cell[])[]) | null; children: ReactNode }

/** One table of the report, with its file to take away. */
export function FiguresSheet({ title, name, csv, children }: FiguresSheetProps) {
  return <Sheet title={title} actions={csv === null ? undefined : <CsvButton name={name} label={title} rows={csv} />}>{children}</Sheet>;
}
