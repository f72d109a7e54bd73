import { lazy } from 'react';
import { withTexts } from '../i18n/start';

/** Each page is a chunk of its own: nobody waits for screens they do not open. */
export const DeskRoute = lazy(() => import('./desk-route'));
/** Of who is only a guest; for others, a part of the desk. */
export const InvitationsPage = lazy(async () => ({ default: (await withTexts('meeting', import('../features/guests/invitations'))).InvitationsPage }));
export const SessionsRoute = lazy(() => import('./sessions-route'));
export const NewSessionRoute = lazy(() => import('./session-form-route'));
export const SessionPage = lazy(() => import('./session-page/session-page'));
export const ImportAgendaRoute = lazy(() => withTexts('preparing', import('./import-agenda-route')));
export const ChairPage = lazy(() => withTexts('meeting', import('./chair-console/chair-page')));
export const OpinionsRoute = lazy(() => withTexts('opinions', import('./opinions-route')));
export const OpinionFormRoute = lazy(() => withTexts('opinions', import('./opinion-form-route')));
export const OpinionRoute = lazy(() => withTexts('opinions', import('./opinion-route')));
export const JournalRoute = lazy(() => withTexts('journal', import('./journal-route')));
export const AdministrationRoute = lazy(() => withTexts('administration', import('./administration-route')));
export const SecurityPage = lazy(async () => ({ default: (await withTexts('security', import('../features/identity/security/security-page'))).SecurityPage }));
export const SignInPage = lazy(async () => ({ default: (await import('../features/identity/sign-in-page')).SignInPage }));
export const InvitationPage = lazy(async () => ({ default: (await import('../features/identity/invitation-page')).InvitationPage }));
export const RoomPage = lazy(() => withTexts('meeting', import('./room-route')));
export const RoomDisplayPage = lazy(() => withTexts('meeting', import('./room-display/room-display-page')));
