import type { NewsTable } from '../realtime/news';
import { administrationNews } from '../features/administration/keys';
import { agendaNews } from '../features/agenda/keys';
import { bodiesNews } from '../features/bodies/keys';
import { deskNews } from '../features/desk/keys';
import { dossiersNews } from '../features/dossiers/keys';
import { guestsNews } from '../features/guests/keys';
import { identityNews } from '../features/identity/api';
import { librariesNews } from '../features/libraries/keys';
import { packNews } from '../features/offline/keys';
import { notificationsNews } from '../features/notifications/keys';
import { opinionsNews } from '../features/opinions/keys';
import { papersNews } from '../features/papers/keys';
import { searchNews } from '../features/search/keys';
import { sessionsNews } from '../features/sessions/keys';
import { votingNews } from '../features/voting/keys';

/** What makes which feature's queries stale. */
export const news: readonly NewsTable[] = [
  identityNews, bodiesNews, sessionsNews, agendaNews, papersNews, packNews, librariesNews, searchNews, votingNews, opinionsNews, deskNews, administrationNews, guestsNews, dossiersNews, notificationsNews,
];
