import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from './engine';
import { leavePage, whilePainting } from './upkeep';
import { freeCanvas } from './watermark';
import classes from './reader.module.css';

const ROW = 200;
const AROUND = 2;
const WIDTH = 124;
const HEIGHT = 160;

/** Small pages, only those near the eye, painted one after another. */
export function Thumbnails({ document, current, onPage }: { document: PDFDocumentProxy; current: number; onPage: (page: number) => void }) {
  const { t } = useTranslation('papers');
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: current, last: current + 3 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => setRange({
      first: Math.max(1, Math.floor(element.scrollTop / ROW) + 1 - AROUND),
      last: Math.min(document.numPages, Math.ceil((element.scrollTop + element.clientHeight) / ROW) + AROUND),
    });
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [document]);
  useEffect(() => {
    const element = scroller.current;
    const top = (current - 1) * ROW;
    if (element && (top < element.scrollTop || top + ROW > element.scrollTop + element.clientHeight)) element.scrollTop = top - element.clientHeight / 2 + ROW / 2;
  }, [current]);
  const numbers = Array.from({ length: Math.max(0, range.last - range.first + 1) }, (_, index) => range.first + index);
  return (
    <div ref={scroller} className={classes.thumbs}>
      <div style={{ height: document.numPages * ROW }}>
        {numbers.map((number) => (
          <UnstyledButton key={number} className={classes.thumb} style={{ top: (number - 1) * ROW, height: ROW }} aria-current={number === current ? 'page' : undefined} aria-label={t('reader.page', { page: number })} onClick={() => onPage(number)}>
            <Thumbnail document={document} number={number} />
            {number}
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}

/** Thumbnails wait for each other, so that the page being read is never behind a row of them. */
let queue: Promise<void> = Promise.resolve();

async function paint(document: PDFDocumentProxy, number: number, host: HTMLElement, isGone: () => boolean): Promise<void> {
  if (isGone()) return;
  const page = await document.getPage(number);
  const size = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(WIDTH / size.width, HEIGHT / size.height) * Math.min(2, window.devicePixelRatio || 1) });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  if (isGone()) return;
  await page.render({ canvas, viewport }).promise;
  if (isGone()) freeCanvas(canvas);
  else host.replaceChildren(canvas);
}

function Thumbnail({ document, number }: { document: PDFDocumentProxy; number: number }) {
  const host = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = host.current;
    let isGone = false;
    const timer = window.setTimeout(() => {
      if (element) queue = queue.then(() => whilePainting(document, () => paint(document, number, element, () => isGone))).catch(() => undefined);
    }, 80);
    return () => {
      isGone = true;
      window.clearTimeout(timer);
      for (const canvas of element?.querySelectorAll('canvas') ?? []) freeCanvas(canvas);
      leavePage(document, number);
    };
  }, [document, number]);
  return <span ref={host} aria-hidden style={{ height: HEIGHT, display: 'grid', placeItems: 'center' }} />;
}
