import type { Change } from '../../api/contract';
import type { NewsTable } from '../../realtime/news';

export const packListKey = ['pack', 'list'] as const;
export const packCheckKey = ['pack', 'check'] as const;
export const holdersKey = ['pack', 'holders'] as const;

const check = () => [packCheckKey];
const OF_PAPERS = ['paper.recalled', 'paper.released', 'paper.changed'];
const OF_SESSIONS = ['session.stateChanged', 'session.guest'];

/** What may take a paper away from this device, or bring a newer one: the server is asked again. */
export const packNews: NewsTable = {
  paper: ({ type }: Change) => (OF_PAPERS.includes(type) ? check() : []),
  session: ({ type }: Change) => (OF_SESSIONS.includes(type) ? check() : []),
  recusal: check, body: check, agenda: check,
  identity: () => [packCheckKey, holdersKey],
  copy: () => [holdersKey],
};
