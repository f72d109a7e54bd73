import type { NewsTable } from '../../realtime/news';

export const invitationsKey = ['invitations'] as const;
const invitations = () => [[...invitationsKey]];

export const guestsNews: NewsTable = { session: invitations, agenda: invitations };
