import { withTexts } from '../i18n/start';

const AFTER_MS = 4_000;

/** The screens of a meeting: who is cut off in the middle of one can still turn to each. */
const SCREENS: (() => Promise<unknown>)[] = [
  () => import('./session-page/session-page'),
  () => withTexts('notes', import('../features/papers/reader/reader')),
  () => import('../features/papers/notes/notes-pane'),
  () => import('../features/agenda/comments-panel'),
  () => import('../features/agenda/positions-panel'),
  () => import('../features/voting/vote-panel'),
  () => import('../features/sessions/attendance-panel'),
  () => withTexts('meeting', import('../features/agenda/floor/floor-panel')),
  () => withTexts('meeting', import('../features/agenda/words/private-words')),
  () => withTexts('meeting', import('../features/voting/consent-list')),
  () => import('./sessions-route'),
];

/** When everything that was asked for is there, the rest comes quietly, one after the other. */
async function fetchAll(isStopped: () => boolean): Promise<void> {
  for (const screen of SCREENS) {
    if (isStopped() || !navigator.onLine) return;
    // What did not come now comes when it is opened.
    await screen().catch(() => undefined);
  }
}

export function fetchAhead(): () => void {
  let isStopped = false;
  const timer = window.setTimeout(() => void fetchAll(() => isStopped), AFTER_MS);
  return () => {
    isStopped = true;
    window.clearTimeout(timer);
  };
}
