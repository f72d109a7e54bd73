import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconCopy, IconEraser, IconMessagePlus, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NoteColour } from '../../../api/contract';
import type { Ink } from './use-ink';
import classes from './notes.module.css';

export const colours: readonly NoteColour[] = ['yellow', 'green', 'pink'];

/** What can be done with chosen text. A press must not take the choice away. */
export function SelectionBar({ onMark, onNote, onCopy }: { onMark: (colour: NoteColour) => void; onNote: () => void; onCopy: () => void }) {
  const { t } = useTranslation('notes');
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('selection')} onPointerDown={(event) => event.preventDefault()}>
      {colours.map((colour) => <button key={colour} type="button" className={classes.swatch} data-colour={colour} title={t(`mark.${colour}`)} aria-label={t(`mark.${colour}`)} onClick={() => onMark(colour)}><span aria-hidden>{t('sample')}</span></button>)}
      <ActionIcon aria-label={t('selection.note')} title={t('selection.note')} onClick={onNote}><IconMessagePlus size={22} aria-hidden /></ActionIcon>
      <ActionIcon aria-label={t('selection.copy')} title={t('selection.copy')} onClick={onCopy}><IconCopy size={22} aria-hidden /></ActionIcon>
    </div>
  );
}

export function InkBar({ ink }: { ink: Ink }) {
  const { t } = useTranslation('notes');
  const { mode, setMode, undo, canUndo } = ink;
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('ink')}>
      <ActionIcon aria-label={t('ink.draw')} title={t('ink.draw')} aria-pressed={mode === 'draw'} variant={mode === 'draw' ? 'light' : 'subtle'} onClick={() => setMode('draw')}><IconPencil size={22} aria-hidden /></ActionIcon>
      <ActionIcon aria-label={t('ink.erase')} title={t('ink.erase')} aria-pressed={mode === 'erase'} variant={mode === 'erase' ? 'light' : 'subtle'} onClick={() => setMode('erase')}><IconEraser size={22} aria-hidden /></ActionIcon>
      <ActionIcon aria-label={t('ink.undo')} title={t('ink.undo')} disabled={!canUndo} onClick={undo}><IconArrowBackUp size={22} aria-hidden /></ActionIcon>
      <Button leftSection={<IconCheck size={20} aria-hidden />} onClick={() => setMode(null)}>{t('ink.done')}</Button>
    </div>
  );
}

/** After a deletion, for a while: one tap brings it back. */
export function UndoBar({ onUndo }: { onUndo: () => void }) {
  const { t } = useTranslation('notes');
  return (
    <div className={classes.bar} role="status">
      <span className={classes.barText}>{t('dropped')}</span>
      <Button variant="default" leftSection={<IconArrowBackUp size={20} aria-hidden />} onClick={onUndo}>{t('undo')}</Button>
    </div>
  );
}
