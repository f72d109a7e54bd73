import type { NewsTable } from '../../realtime/news';

export const paperKey = (paperId: string) => ['paper', paperId] as const;

export const papersNews: NewsTable = { paper: ({ ids, type }) => (type === 'paper.read' ? [] : [ids['paperId'] === undefined ? ['paper'] : paperKey(ids['paperId'])]) };
