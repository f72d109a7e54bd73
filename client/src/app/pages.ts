import { lazyPart } from '../api/lazy-part';
import { withTexts } from '../i18n/start';

/** Each page is a chunk of its own: nobody waits for screens they do not open. */
export const DeskRoute = lazyPart(() => import('./desk-route'));
/** Of who is only a guest; for others, a part of the desk. */
export const InvitationsPage = lazyPart(async () => ({ default: (await withTexts('meeting', import('../features/guests/invitations'))).InvitationsPage }));
export const SessionsRoute = lazyPart(() => import('./sessions-route'));
export const NewSessionRoute = lazyPart(() => import('./session-form-route'));
export const SessionPage = lazyPart(() => import('./session-page/session-page'));
export const ImportAgendaRoute = lazyPart(() => withTexts('preparing', import('./import-agenda-route')));
export const ChairPage = lazyPart(() => withTexts('meeting', import('./chair-console/chair-page')));
export const OpinionsRoute = lazyPart(() => withTexts('opinions', import('./opinions-route')));
export const OpinionFormRoute = lazyPart(() => withTexts('opinions', import('./opinion-form-route')));
export const OpinionRoute = lazyPart(() => withTexts('opinions', import('./opinion-route')));
export const OpinionFiguresRoute = lazyPart(() => withTexts('opinionFigures', import('./opinion-figures-route')));
export const JournalRoute = lazyPart(() => withTexts('journal', import('./journal-route')));
export const AdministrationRoute = lazyPart(() => withTexts('administration', import('./administration-route')));
export const SearchRoute = lazyPart(() => withTexts('search', import('./search-route')));
export const SecurityPage = lazyPart(async () => ({ default: (await withTexts('security', import('../features/identity/security/security-page'))).SecurityPage }));
export const SignInPage = lazyPart(async () => ({ default: (await import('../features/identity/sign-in-page')).SignInPage }));
export const InvitationPage = lazyPart(async () => ({ default: (await import('../features/identity/invitation-page')).InvitationPage }));
export const ReceiptsRoute = lazyPart(() => import('./receipts-route'));
export const StatisticsPage = lazyPart(() => withTexts('meeting', import('./statistics/statistics-page')));
export const RoomPage = lazyPart(() => withTexts('meeting', import('./room-route')));
export const CheckInPage = lazyPart(async () => ({ default: (await withTexts('meeting', import('../features/sessions/check-in/check-in-page'))).CheckInPage }));
export const RoomDisplayPage = lazyPart(() => withTexts('meeting', import('./room-display/room-display-page')));
export const MyNotesPage = lazyPart(() => withTexts('notes', import('../features/papers/notes/my-notes-page')));
export const DossiersRoute = lazyPart(() => withTexts('dossiers', import('./dossiers-route')));
export const DossierRoute = lazyPart(() => withTexts('dossiers', import('./dossier-route')));
export const RegisterRoute = lazyPart(() => withTexts('register', import('./register-route')));
export const OnThisDevicePage = lazyPart(() => withTexts('offline', import('../features/offline/on-this-device-page')));
export const LibrariesRoute = lazyPart(() => withTexts('libraries', import('./libraries-route')));
export const InboxPage = lazyPart(() => withTexts('notifications', import('../features/notifications/inbox-page')));
export const MyNotificationsPage = lazyPart(() => withTexts('notifications', import('../features/notifications/my-settings-page')));
