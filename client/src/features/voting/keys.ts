import type { NewsTable } from '../../realtime/news';

export const motionKey = (motionId: string) => ['motion', motionId] as const;

export const votingNews: NewsTable = { motion: ({ ids }) => [ids['motionId'] === undefined ? ['motion'] : motionKey(ids['motionId'])], session: () => [['motion']] };
