import type { NewsTable } from '../../realtime/news';

export const bodiesKey = ['bodies'] as const;
export const seatsKey = (bodyId: string) => ['seats', bodyId] as const;
export const assistantsOfKey = (bodyId: string) => ['assistants', bodyId] as const;
export const ruleSetsKey = ['rule-sets'] as const;
export const calendarKey = (year: number) => ['calendar', year] as const;

export const bodiesNews: NewsTable = {
  body: ({ ids }) => [bodiesKey, ids['bodyId'] === undefined ? ['seats'] : seatsKey(ids['bodyId']), ['assistants']],
  ruleSet: () => [ruleSetsKey],
  calendar: () => [['calendar'], ['deadline']],
};
