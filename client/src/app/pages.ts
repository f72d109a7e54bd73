import { lazy } from 'react';

/** Each page is a chunk of its own: nobody waits for screens they do not open. */
export const DeskRoute = lazy(() => import('./desk-route'));
export const SessionsRoute = lazy(() => import('./sessions-route'));
export const NewSessionRoute = lazy(() => import('./session-form-route'));
export const SessionPage = lazy(() => import('./session-page/session-page'));
export const OpinionsRoute = lazy(() => import('./opinions-route'));
export const OpinionFormRoute = lazy(() => import('./opinion-form-route'));
export const OpinionRoute = lazy(() => import('./opinion-route'));
export const AdministrationRoute = lazy(() => import('./administration-route'));
export const SignInPage = lazy(async () => ({ default: (await import('../features/identity/sign-in-page')).SignInPage }));
export const SetPasswordPage = lazy(async () => ({ default: (await import('../features/identity/set-password-page')).SetPasswordPage }));
