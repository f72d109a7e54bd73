import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Me } from '../../../api/contract';
import { meKey } from '../../../api/query-client';
import { useTimes } from '../../../ui/time';
import type { FirstPicture } from './first-picture-of';
import type { PageSize } from './layout';
import { drawWatermark } from './watermark';

/** Pixels of a picture, as the server draws it. */
const WIDEST = 1240;

/** The reader's name and the hour in which the page came on screen. */
export function useMark(): string {
  const me = useQueryClient().getQueryData<Me>(meKey);
  const { dateTime } = useTimes();
  const [openedAt] = useState(() => new Date().toISOString());
  return me === undefined ? '' : `${me.name} · ${dateTime(openedAt)}`;
}

/** Pixels across that a page of this width on screen needs. */
function sharp(width: number): number {
  return Math.round(Math.min(WIDEST, width * (window.devicePixelRatio || 1)));
}

/** As sharp as the screen shows it, scaled while it is decoded, which does not keep the page waiting; with the reader's name on it from the first moment. */
async function draw(file: Blob, size: PageSize, across: number, mark: string): Promise<HTMLCanvasElement | null> {
  const canvas = document.createElement('canvas');
  canvas.width = across;
  canvas.height = Math.max(1, Math.round((across * size.height) / size.width));
  const bitmap = await createImageBitmap(file, { resizeWidth: canvas.width, resizeHeight: canvas.height, resizeQuality: 'medium' }).catch(() => null);
  if (bitmap === null) return null;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  drawWatermark(canvas, mark);
  return canvas;
}

/** A canvas that was drawn for a page hardly smaller is as good. */
const GOOD_ENOUGH = 0.9;

interface Pictured { host: RefObject<HTMLElement | null>; picture: FirstPicture | null; mark: string; /** Of the page, in pixels of the layout. */ width: number }

/** Puts the picture into its page, as soon as it is there. Gives whether it is on screen. */
export function usePicture({ host, picture, mark, width }: Pictured): boolean {
  const [isSeen, setSeen] = useState(picture?.isSeen ?? false);
  // What the layout says, not what the box measures: in a container query that may be a frame late.
  const across = sharp(width);
  useLayoutEffect(() => {
    const layer = host.current?.querySelector<HTMLElement>('[data-layer="canvas"]');
    if (!layer || picture === null || across === 0) return undefined;
    let frame = 0;
    let isGone = false;
    const show = (canvas: HTMLCanvasElement) => {
      const there = layer.querySelector('canvas');
      // The page itself was faster.
      if (there !== null && there !== picture.canvas) return;
      picture.canvas = canvas;
      layer.replaceChildren(canvas);
      // It is painted in the next frame; in the one after that it has been.
      frame = window.requestAnimationFrame(() => {
        frame = window.requestAnimationFrame(() => { picture.isSeen = true; setSeen(true); });
      });
    };
    if (picture.canvas && picture.canvas.width >= across * GOOD_ENOUGH) show(picture.canvas);
    else void picture.file.then(async (file) => {
      const canvas = isGone || file === null ? null : await draw(file, picture.size, across, mark);
      if (canvas !== null && !isGone) show(canvas);
    });
    return () => {
      isGone = true;
      window.cancelAnimationFrame(frame);
    };
  }, [host, picture, mark, across]);
  return isSeen && picture !== null;
}
