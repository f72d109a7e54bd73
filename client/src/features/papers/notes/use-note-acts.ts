import { useCallback } from 'react';
import type { NoteColour } from '../../../api/contract';
import { showToast } from '../../../ui/toasts';
import { anchorNear, anchorOf, stretchOf } from './page-text';
import type { Notes } from './use-notes';
import type { Chosen } from './use-selection';

export interface NoteActs {
  /** Marks what was chosen; gives the id of the first mark. */
  mark: (chosen: readonly Chosen[], colour: NoteColour) => Promise<string | null>;
  /** A pin on the page, beside what is at the top of the eye. */
  pin: (page: number) => Promise<string>;
  toggleBookmark: (page: number) => Promise<void>;
  copy: (text: string, said: string) => void;
}

/** What can be written on the paper, by mouse, finger or key. */
export function useNoteActs(notes: Notes): NoteActs {
  const { texts, make, drop, all } = notes;
  const mark = useCallback(async (chosen: readonly Chosen[], colour: NoteColour) => {
    let first: string | null = null;
    for (const { page, hit } of chosen) {
      const text = await texts.read(page);
      const { start, end } = stretchOf(text, hit);
      const anchor = anchorOf(text, start, end);
      if (anchor.quote === undefined) continue;
      const id = make({ kind: 'highlight', page, ...anchor, colour });
      first ??= id;
    }
    return first;
  }, [texts, make]);
  const pin = useCallback(async (page: number) => {
    // Pins on one page stand below each other.
    const taken = all.filter((note) => note.kind === 'text' && note.page === page).length;
    const point = [0.95, Math.min(0.95, 0.08 + taken * 0.07)];
    const anchor = await texts.read(page).then((text) => anchorNear(text, point[0] ?? 0, point[1] ?? 0)).catch(() => ({}));
    return make({ kind: 'text', page, ...anchor, point, text: '' });
  }, [texts, make, all]);
  const toggleBookmark = useCallback(async (page: number) => {
    const there = all.find((note) => note.kind === 'bookmark' && note.page === page && note.isMine);
    if (there) {
      drop(there);
      return;
    }
    const anchor = await texts.read(page).then((text) => anchorNear(text, 0.5, 0)).catch(() => ({}));
    make({ kind: 'bookmark', page, ...anchor });
  }, [texts, make, drop, all]);
  const copy = useCallback((text: string, said: string) => {
    // Over plain http there is no clipboard; then the browser's own copying of what is chosen.
    const copying = 'clipboard' in window.navigator ? window.navigator.clipboard.writeText(text) : Promise.reject(new Error('clipboard'));
    void copying.catch(() => void window.document.execCommand('copy')).then(() => showToast(said, false));
  }, []);
  return { mark, pin, toggleBookmark, copy };
}
