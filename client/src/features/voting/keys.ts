import type { Change } from '../../api/contract';
import type { NewsTable } from '../../realtime/news';

export const motionKey = (motionId: string) => ['motion', motionId] as const;
export const consentKey = (sessionId: string) => ['consent', sessionId] as const;

const list = ({ ids }: Change) => (ids['sessionId'] === undefined ? ['consent'] : consentKey(ids['sessionId']));

/** The consent list forms itself from positions, comments, recusals and votes. */
export const votingNews: NewsTable = {
  motion: (change) => [change.ids['motionId'] === undefined ? ['motion'] : motionKey(change.ids['motionId']), ...(change.type === 'motion.cast' ? [] : [list(change)])],
  session: (change) => [['motion'], list(change)],
  consent: (change) => [list(change)],
  position: (change) => [list(change)],
  comment: (change) => [list(change)],
  recusal: (change) => [list(change)],
  agenda: (change) => [list(change)],
};
