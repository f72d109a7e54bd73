import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Me } from '../../../api/contract';
import { meKey } from '../../../api/query-client';
import { useTimes } from '../../../ui/time';
import type { FirstPicture } from './first-picture-of';
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

/** As sharp as the screen shows it, scaled while it is decoded, which does not keep the page waiting; with the reader's name on it from the first moment. */
async function draw(file: Blob, { size: { width, height } }: FirstPicture, box: HTMLElement, mark: string): Promise<HTMLCanvasElement | null> {
  const canvas = document.createElement('canvas');
  const wide = Math.round(Math.min(WIDEST, box.clientWidth * (window.devicePixelRatio || 1)));
  if (wide === 0) return null;
  canvas.width = wide;
  canvas.height = Math.max(1, Math.round((wide * height) / width));
  const bitmap = await createImageBitmap(file, { resizeWidth: canvas.width, resizeHeight: canvas.height, resizeQuality: 'medium' }).catch(() => null);
  if (bitmap === null) return null;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  drawWatermark(canvas, mark);
  return canvas;
}

/** Puts the picture into its page, as soon as it is there. Gives whether it is on screen. */
export function usePicture(host: RefObject<HTMLElement | null>, picture: FirstPicture | null, mark: string): boolean {
  const [isSeen, setSeen] = useState(picture?.isSeen ?? false);
  useLayoutEffect(() => {
    const layer = host.current?.querySelector<HTMLElement>('[data-layer="canvas"]');
    if (!layer || picture === null) return undefined;
    let frame = 0;
    let isGone = false;
    const show = (canvas: HTMLCanvasElement) => {
      // The page itself was faster.
      if (layer.querySelector('canvas') !== null) return;
      layer.append(canvas);
      // It is painted in the next frame; in the one after that it has been.
      frame = window.requestAnimationFrame(() => {
        frame = window.requestAnimationFrame(() => { picture.isSeen = true; setSeen(true); });
      });
    };
    if (picture.canvas) show(picture.canvas);
    else void picture.file.then(async (file) => {
      const canvas = isGone || file === null ? null : await draw(file, picture, layer, mark);
      if (canvas === null || picture.canvas) return;
      picture.canvas = canvas;
      if (!isGone) show(canvas);
    });
    return () => {
      isGone = true;
      window.cancelAnimationFrame(frame);
    };
  }, [host, picture, mark]);
  return isSeen && picture !== null;
}
