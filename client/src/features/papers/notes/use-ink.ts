import { useCallback, useEffect, useRef, useState } from 'react';
import { distanceTo, type Spot } from './geometry';
import { anchorNear } from './page-text';
import { newId, type Notes } from './use-notes';

export interface Ink {
  mode: 'draw' | 'erase' | null; setMode: (mode: 'draw' | 'erase' | null) => void;
  draw: (page: number, points: number[]) => void; erase: (page: number, spot: Spot) => void; undo: () => void; canUndo: boolean;
}

const STROKES_IN_ONE = 40;
const RUBBER = 0.014;

/** Drawing: lines of one sitting on one page are one note. */
export function useInk(notes: Notes): Ink {
  const [mode, setModeState] = useState<Ink['mode']>(null);
  const [done, setDone] = useState<readonly { noteId: string; strokeId: string }[]>([]);
  const open = useRef(new Map<number, { id: string; count: number }>());
  const latest = useRef(notes);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => { latest.current = notes; });

  const setMode = useCallback((next: Ink['mode']) => {
    if (next === null) {
      open.current.clear();
      setDone([]);
    }
    setModeState(next);
  }, []);

  const draw = useCallback((page: number, points: number[]) => {
    const stroke = { id: newId(), points };
    // One after the other: the second line of a page waits for the note that the first makes.
    turn.current = turn.current.then(async () => {
      const now = open.current.get(page);
      const note = now && latest.current.all.find(({ id }) => id === now.id);
      if (now && note && now.count < STROKES_IN_ONE) {
        latest.current.change(note, { strokes: [stroke] });
        now.count += 1;
        setDone((old) => [...old, { noteId: note.id, strokeId: stroke.id }]);
        return;
      }
      const anchor = await latest.current.texts.read(page).then((text) => anchorNear(text, points[0] ?? 0, points[1] ?? 0)).catch(() => ({}));
      const id = latest.current.make({ kind: 'ink', page, ...anchor, strokes: [stroke] });
      open.current.set(page, { id, count: 1 });
      setDone((old) => [...old, { noteId: id, strokeId: stroke.id }]);
      // The next line finds the note drawn.
      await new Promise((resolve) => { window.requestAnimationFrame(resolve); });
    }).catch(() => undefined);
  }, []);

  const takeOut = useCallback((noteId: string, strokeIds: readonly string[]) => {
    const note = latest.current.all.find(({ id }) => id === noteId);
    if (!note) return;
    if (note.strokes.every(({ id }) => strokeIds.includes(id)) && note.text === '') {
      latest.current.drop(note);
      open.current.delete(note.page);
    } else latest.current.change(note, { erased: [...strokeIds] });
  }, []);

  const erase = useCallback((page: number, spot: Spot) => {
    for (const note of latest.current.all) {
      if (note.page !== page || !note.isMine) continue;
      const hit = note.strokes.filter(({ points }) => distanceTo(points, spot) < RUBBER).map(({ id }) => id);
      if (hit.length > 0) takeOut(note.id, hit);
    }
  }, [takeOut]);

  const undo = useCallback(() => {
    const last = done.at(-1);
    if (!last) return;
    takeOut(last.noteId, [last.strokeId]);
    setDone((old) => old.slice(0, -1));
  }, [done, takeOut]);

  return { mode, setMode, draw, erase, undo, canUndo: done.length > 0 };
}
