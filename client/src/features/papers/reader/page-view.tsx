import { Button, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from './engine';
import { showHits } from './highlights';
import type { PageHits } from './find';
import type { PageSize } from './layout';
import { useMark, usePicture } from './first-picture';
import type { FirstPicture } from './first-picture-of';
import { type PageLink, paintPage } from './render-page';
import { leavePage } from './upkeep';
import { freeCanvas } from './watermark';
import classes from './reader.module.css';

export interface PageViewProps {
  document: PDFDocumentProxy; number: number; top: number; width: number; height: number; rotation: number;
  /** Of two pages beside one another. */
  side: 'left' | 'right' | null;
  /** The page being read is painted at once; the others wait for it. */
  isHurried: boolean; isHeld: boolean;
  hits: PageHits | null; currentHit: number | null;
  onSize: (number: number, size: PageSize) => void; onSettled: () => void; onLink: (link: PageLink) => void;
  /** The letters of the page, once they can be chosen; null when they are gone. */
  onLetters: (number: number, letters: HTMLElement[] | null) => void;
  /** What stands here until the page is painted. */
  picture: FirstPicture | null;
  /** What lies on the page. */
  children?: ReactNode;
}

const FLYING_BY_MS = 70;
const LONG_MS = 2500;

/** Says so when a page has been waited for long, as when the network is away. */
function useIsLong(isWaiting: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = window.setTimeout(() => setLong(true), LONG_MS);
    return () => window.clearTimeout(timer);
  }, [isWaiting]);
  return isLong && isWaiting;
}

/** One page on screen: canvas, selectable text, links. Frees all of it when it leaves. */
export function PageView({ document, number, top, width, height, side, rotation, isHurried, isHeld, hits, currentHit, onSize, onSettled, onLink, onLetters, picture, children }: PageViewProps) {
  const { t } = useTranslation('papers');
  const host = useRef<HTMLDivElement>(null);
  const mark = useMark();
  const [state, setState] = useState<'waiting' | 'painted' | 'failed'>('waiting');
  const [attempt, setAttempt] = useState(0);
  const [divs, setDivs] = useState<HTMLElement[] | null>(null);
  const [links, setLinks] = useState<PageLink[]>([]);
  const isPictured = usePicture({ host, picture: rotation === 0 ? picture : null, mark, width });
  const isLong = useIsLong(state === 'waiting' && !isHeld && !isPictured);
  const isHurriedNow = useRef(isHurried);

  // Before what paints: a page that becomes the one being read is not painted again for that.
  useEffect(() => { isHurriedNow.current = isHurried; });

  useEffect(() => {
    if (isHeld) return undefined;
    let stop = () => {};
    const timer = window.setTimeout(() => {
      if (host.current) {
        stop = paintPage({
          document, number, width, rotation, mark, host: host.current, onSize,
          onPainted: () => { setState('painted'); onSettled(); }, onText: setDivs, onLinks: setLinks, onFailed: () => { setState('failed'); onSettled(); },
        });
      }
    }, isHurriedNow.current ? 0 : FLYING_BY_MS);
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [document, number, width, rotation, mark, isHeld, attempt, onSize, onSettled]);

  useEffect(() => {
    const element = host.current;
    return () => {
      for (const canvas of element?.querySelectorAll('canvas') ?? []) freeCanvas(canvas);
      leavePage(document, number);
    };
  }, [document, number]);

  useEffect(() => {
    onLetters(number, divs);
    return () => onLetters(number, null);
  }, [number, divs, onLetters]);

  useEffect(() => (divs && hits ? showHits(divs, hits, currentHit) : undefined), [divs, hits, currentHit]);

  return (
    <div ref={host} className={classes.page} data-side={side ?? undefined} data-page={number} data-rendered={state === 'painted' || undefined} data-painted={state === 'painted' || isPictured || undefined} role="group" aria-label={t('reader.page', { page: number })} style={{ top, width, height }}>
      <div data-layer="canvas" className={classes.canvas} aria-hidden />
      <div data-layer="text" className="textLayer" />
      {children}
      {links.map((link) => (
        <button key={`${link.left}-${link.top}-${link.width}`} type="button" className={classes.link} aria-label={link.url ?? t('reader.link.inside')} onClick={() => onLink(link)}
          style={{ left: `${(100 * link.left) / width}%`, top: `${(100 * link.top) / height}%`, width: `${(100 * link.width) / width}%`, height: `${(100 * link.height) / height}%` }} />
      ))}
      {isLong && <div className={classes.failed} role="status"><Text>{t('reader.pageWaiting', { page: number })}</Text></div>}
      {state === 'failed' && (
        <div className={classes.failed} role="alert">
          <Text fw={600}>{t('reader.pageFailed', { page: number })}</Text>
          <Text size="sm">{t('reader.pageFailed.text')}</Text>
          <Button mt="sm" variant="default" onClick={() => { setState('waiting'); setAttempt((count) => count + 1); }}>{t('reader.retry')}</Button>
        </div>
      )}
    </div>
  );
}
