import type { NewsTable } from '../../realtime/news';

export const deskKey = (bodyId: string) => ['desk', bodyId] as const;
const desk = () => [['desk']];

/** The desk gathers what waits, so most news may change it; a single ballot or comment of others does not. */
export const deskNews: NewsTable = {
  session: desk, agenda: desk, body: desk, register: desk,
  paper: ({ type }) => (type === 'paper.read' ? [] : desk()),
  motion: ({ type }) => (type === 'motion.cast' ? [] : desk()),
  request: ({ type }) => (type === 'request.replied' || type === 'request.drafted' ? [] : desk()),
};
