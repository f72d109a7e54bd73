import type { Change } from '../../api/contract';
import type { NewsTable } from '../../realtime/news';

export const commentsKey = (itemId: string) => ['comments', itemId] as const;
export const positionsKey = (itemId: string) => ['positions', itemId] as const;

const ofItem = (name: 'comments' | 'positions') => ({ ids }: Change) => [ids['itemId'] === undefined ? [name] : [name, ids['itemId']]];

export const wordsKey = (sessionId: string) => ['private-words', sessionId] as const;

const words = ({ ids }: Change) => [ids['sessionId'] === undefined ? ['private-words'] : wordsKey(ids['sessionId'])];

export const floorKey = (sessionId: string) => ['floor', sessionId] as const;

const floor = ({ ids }: Change) => [ids['sessionId'] === undefined ? ['floor'] : floorKey(ids['sessionId'])];

export const agendaNews: NewsTable = { comment: ofItem('comments'), position: ofItem('positions'), turn: floor, word: words, session: (change) => (change.type === 'session.attendance' ? words(change) : [...floor(change), ...words(change)]) };
