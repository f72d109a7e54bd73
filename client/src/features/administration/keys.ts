import type { NewsTable } from '../../realtime/news';

export const accountsKey = ['accounts'] as const;
export const adminRequestsKey = ['admin-requests'] as const;

export const administrationNews: NewsTable = { identity: () => [accountsKey, adminRequestsKey] };
