import type { Change } from '../../api/contract';
import type { NewsTable } from '../../realtime/news';

export const commentsKey = (itemId: string) => ['comments', itemId] as const;
export const positionsKey = (itemId: string) => ['positions', itemId] as const;

const ofItem = (name: 'comments' | 'positions') => ({ ids }: Change) => [ids['itemId'] === undefined ? [name] : [name, ids['itemId']]];

export const floorKey = (sessionId: string) => ['floor', sessionId] as const;

const floor = ({ ids }: Change) => [ids['sessionId'] === undefined ? ['floor'] : floorKey(ids['sessionId'])];

export const agendaNews: NewsTable = { comment: ofItem('comments'), position: ofItem('positions'), turn: floor, session: (change) => (change.type === 'session.attendance' ? [] : floor(change)) };
