import './layers.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMark, usePicture } from './first-picture';
import type { FirstPicture } from './first-picture-of';
import { useView } from './use-view';
import classes from './reader.module.css';

interface FirstPageProps { title: string; picture: FirstPicture }

/** A paper whose first page is there as a picture, while the paper itself is still being opened: all stands where it will stand then. */
export default function FirstPage({ title, picture }: FirstPageProps) {
  const { t } = useTranslation('papers');
  const [start] = useState(() => picture.place);
  const { scroller, layout, first, last, anchor, current } = useView(picture.count, picture.size, start);
  const [isDark] = useState(() => window.localStorage.getItem('reader.dark') === 'yes');
  useEffect(() => {
    const element = scroller.current;
    // After the view itself has looked where it is.
    const note = () => window.requestAnimationFrame(() => { picture.place = anchor.current; });
    element?.addEventListener('scroll', note, { passive: true });
    return () => element?.removeEventListener('scroll', note);
  }, [scroller, anchor, picture]);
  const isReady = layout.sizeOf(1).width > 0;
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return (
    <section className={classes.reader} aria-label={t('reader.label', { title })}>
      <div className={classes.toolbar} />
      <div role="status" aria-busy="true"><span className="visually-hidden">{t('reader.opening')}</span></div>
      <div className={classes.body}>
        <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={t('reader.page', { page: current })}>
          <div className={classes.pages} data-dark={isDark || undefined} style={{ height: layout.tops[layout.count + 1] ?? 0 }}>
            {isReady && numbers.map((number) => {
              const box = { side: layout.columns === 1 ? undefined : number % 2 === 1 ? 'left' : 'right', style: { top: layout.tops[number] ?? 0, ...layout.sizeOf(number) } };
              return number === 1 ? <Pictured key={number} picture={picture} {...box} /> : <div key={number} className={classes.page} data-side={box.side} style={box.style} />;
            })}
          </div>
        </div>
      </div>
    </section>
  );
}

interface PicturedProps { picture: FirstPicture; side: string | undefined; style: { top: number; width: number; height: number } }

function Pictured({ picture, side, style }: PicturedProps) {
  const host = useRef<HTMLDivElement>(null);
  const isPainted = usePicture({ host, picture, mark: useMark(), width: style.width });
  return (
    <div ref={host} className={classes.page} data-side={side} data-page={1} data-painted={isPainted || undefined} style={style}>
      <div data-layer="canvas" className={classes.canvas} aria-hidden />
    </div>
  );
}
