import type { Change } from '../../api/contract';
import type { NewsTable } from '../../realtime/news';

export const requestsKey = (bodyId: string) => ['requests', bodyId] as const;
export const requestKey = (requestId: string) => ['request', requestId] as const;
export const remindersKey = (requestId: string) => ['request', requestId, 'reminders'] as const;

export const templatesKey = (bodyId: string) => ['requestTemplates', bodyId] as const;
export const assistantsKey = (bodyId: string) => ['myAssistants', bodyId] as const;

const ofRequest = ({ ids }: Change) => [ids['requestId'] === undefined ? ['request'] : requestKey(ids['requestId']), ['requests'], ...(ids['requestId'] === undefined ? [['requestTemplates']] : [])];

export const opinionsNews: NewsTable = {
  request: ofRequest,
  paper: (change) => (change.ids['requestId'] === undefined || change.type === 'paper.read' ? [] : ofRequest(change)),
};
