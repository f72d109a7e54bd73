import type { NewsTable } from '../../realtime/news';

/** One's own is `null`. */
export const libraryKey = (bodyId: string | null) => ['libraries', bodyId ?? 'mine'] as const;

const all = () => [['libraries']];

/** What was recalled is gone from them, what came back is there again. */
export const librariesNews: NewsTable = { library: all, paper: ({ type }) => (type === 'paper.read' ? [] : all()), recusal: all };
