import type { Change } from '../../api/contract';
import type { NewsTable } from '../../realtime/news';

export const sessionsKey = (bodyId: string) => ['sessions', bodyId] as const;
export const sessionKey = (sessionId: string) => ['session', sessionId] as const;
export const seatPlanKey = (bodyId: string) => ['seat-plan', bodyId] as const;
export const displaysKey = (sessionId: string) => ['displays', sessionId] as const;

const ofSession = ({ ids }: Change) => [ids['sessionId'] === undefined ? ['session'] : sessionKey(ids['sessionId'])];
const ofSessionAndLists = (change: Change) => [...ofSession(change), ['sessions']];

/** The session page shows the agenda, its papers, motions, positions and counts in one answer. */
export const sessionsNews: NewsTable = {
  session: ofSessionAndLists,
  agenda: ofSessionAndLists,
  paper: (change) => (change.ids['requestId'] === undefined && change.type !== 'paper.read' ? ofSession(change) : []),
  comment: ofSession,
  position: ofSession,
  recusal: ofSession,
  consent: ofSession,
  motion: (change) => (change.type === 'motion.cast' ? [] : ofSession(change)),
  display: ({ ids }) => [ids['sessionId'] === undefined ? ['displays'] : displaysKey(ids['sessionId'])],
  seatPlan: ({ ids }) => [ids['bodyId'] === undefined ? ['seat-plan'] : seatPlanKey(ids['bodyId'])],
  body: () => [['session'], ['sessions'], ['seat-plan']],
};
