import { ActionIcon } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipBack, IconPlayerSkipForward, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageTexts } from '../notes/page-text';
import noteClasses from '../notes/notes.module.css';
import { ReadingAloud, type Spoken } from './reading-aloud';
import classes from './aloud.module.css';

interface AloudBarProps { texts: PageTexts; from: number; onPage: (page: number) => void; onSpoken: (spoken: Spoken | null) => void; onClose: () => void }

/** Reads from a page on; says what is read, and in words why nothing is. */
export default function AloudBar({ texts, from, onPage, onSpoken, onClose }: AloudBarProps) {
  const { t } = useTranslation('reading');
  const reading = useMemo(() => new ReadingAloud(texts, from), [texts, from]);
  const { phase, page, spoken } = useSyncExternalStore(reading.subscribe, reading.get);
  useEffect(() => {
    void reading.start();
    return () => reading.stop();
  }, [reading]);
  useEffect(() => { onSpoken(spoken); }, [onSpoken, spoken]);
  useEffect(() => () => onSpoken(null), [onSpoken]);
  const turnTo = useRef(onPage);
  useEffect(() => { turnTo.current = onPage; });
  // Once for each page: who scrolls elsewhere meanwhile is not taken back.
  useEffect(() => { if (page !== from) turnTo.current(page); }, [page, from]);
  const isReading = phase === 'reading' || phase === 'starting';
  const canRead = isReading || phase === 'paused' || phase === 'failed';
  const words = phase === 'reading' ? t('aloud.page', { page }) : phase === 'paused' ? t('aloud.paused', { page }) : t(`aloud.${phase}`);
  return (
    <div className={`${noteClasses.bar} ${classes.bar}`} role="toolbar" aria-label={t('aloud.bar')}>
      {canRead && <ActionIcon aria-label={t('aloud.previous')} title={t('aloud.previous')} onClick={() => void reading.step(-1)}><IconPlayerSkipBack size={22} aria-hidden /></ActionIcon>}
      {canRead && (isReading
        ? <ActionIcon aria-label={t('aloud.pause')} title={t('aloud.pause')} onClick={() => reading.pause()}><IconPlayerPause size={22} aria-hidden /></ActionIcon>
        : <ActionIcon aria-label={t('aloud.resume')} title={t('aloud.resume')} onClick={() => void reading.resume()}><IconPlayerPlay size={22} aria-hidden /></ActionIcon>)}
      {canRead && <ActionIcon aria-label={t('aloud.next')} title={t('aloud.next')} onClick={() => void reading.step(1)}><IconPlayerSkipForward size={22} aria-hidden /></ActionIcon>}
      <span className={classes.words} role="status">{words}</span>
      <ActionIcon aria-label={t('aloud.stop')} title={t('aloud.stop')} onClick={onClose}><IconX size={22} aria-hidden /></ActionIcon>
    </div>
  );
}
