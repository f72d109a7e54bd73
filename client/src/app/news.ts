import type { NewsTable } from '../realtime/news';
import { administrationNews } from '../features/administration/keys';
import { agendaNews } from '../features/agenda/keys';
import { bodiesNews } from '../features/bodies/keys';
import { deskNews } from '../features/desk/keys';
import { guestsNews } from '../features/guests/keys';
import { identityNews } from '../features/identity/api';
import { opinionsNews } from '../features/opinions/keys';
import { papersNews } from '../features/papers/keys';
import { sessionsNews } from '../features/sessions/keys';
import { votingNews } from '../features/voting/keys';

/** What makes which feature's queries stale. */
export const news: readonly NewsTable[] = [
  identityNews, bodiesNews, sessionsNews, agendaNews, papersNews, votingNews, opinionsNews, deskNews, administrationNews, guestsNews,
];
