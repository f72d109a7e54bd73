import { Suspense } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { Refusal } from '../api/refusal';
import { meQuery } from '../features/identity/api';
import { Loading, Refused } from '../ui/states';
import { NotFound } from './not-found';
import { AdministrationRoute, ChairPage, ImportAgendaRoute, InvitationPage, InvitationsPage, SecurityPage, SignInPage, DeskRoute, JournalRoute, NewSessionRoute, OpinionFormRoute, OpinionRoute, OpinionsRoute, RoomDisplayPage, RoomPage, SessionPage, SessionsRoute } from './pages';
import { Shell } from './shell';

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={<Suspense fallback={null}><SignInRoute /></Suspense>} />
      <Route path="/set-password" element={<Suspense fallback={null}><InvitationRoute /></Suspense>} />
      <Route path="/display" element={<Suspense fallback={null}><RoomDisplayPage /></Suspense>} />
      <Route path="*" element={<SignedIn />} />
    </Routes>
  );
}

/** Only an address of our own is gone back to, judged as browsers read it: they overlook tabs, and take `\\` for `/`. */
function ownAddress(address: string | null): string {
  const { origin } = window.location;
  if (address === null || !address.startsWith('/') || !URL.canParse(address, origin)) return '/desk';
  const read = new URL(address, origin);
  // "/..//elsewhere" reads as a path of ours that begins like another host.
  return read.origin === origin && !read.pathname.startsWith('//') ? read.pathname + read.search + read.hash : '/desk';
}

function SignInRoute() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  return <SignInPage onSignedIn={() => void navigate(ownAddress(params.get('to')), { replace: true })} />;
}

function InvitationRoute() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const go = (address: string) => void navigate(address, { replace: true });
  // The secret of the link is in the fragment: browsers send that to nobody.
  return <InvitationPage token={new URLSearchParams(hash.slice(1)).get('token') ?? ''} onPasswordSet={() => go('/sign-in')} onSignedIn={() => go('/desk')} />;
}

function SignedIn() {
  const me = useQuery(meQuery);
  const { pathname, search } = useLocation();
  if (me.data === undefined && me.error instanceof Refusal && me.error.status === 401) {
    const to = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${to}`} replace />;
  }
  if (me.data === undefined) return me.isError ? <Refused error={me.error} onRetry={() => void me.refetch()} /> : <Loading rows={3} />;
  const isOnlyGuest = me.data.can.visit && !me.data.can.read;
  const first = me.data.mustEnrol ? 'enrol' : me.data.mustConfirm ? 'confirm' : null;
  if (first !== null) return <Suspense fallback={<Loading rows={5} />}><main id="main" tabIndex={-1}><SecurityPage first={first} /></main></Suspense>;
  return (
    <Shell me={me.data}>
      <Suspense fallback={<Loading rows={5} />}>
        <Routes>
          <Route path="/" element={<Navigate to="/desk" replace />} />
          <Route path="/desk" element={isOnlyGuest ? <InvitationsPage /> : me.data.can.readJournal && !me.data.can.read ? <Navigate to="/journal" replace /> : <DeskRoute />} />
          <Route path="/journal" element={<JournalRoute />} />
          <Route path="/sessions" element={isOnlyGuest ? <InvitationsPage /> : <SessionsRoute />} />
          <Route path="/sessions/import" element={<ImportAgendaRoute />} />
          <Route path="/sessions/new" element={<NewSessionRoute />} />
          <Route path="/sessions/:sessionId" element={<SessionPage />} />
          <Route path="/sessions/:sessionId/chair" element={<ChairPage />} />
          <Route path="/sessions/:sessionId/room/*" element={<RoomPage />} />
          <Route path="/sessions/:sessionId/edit" element={<NewSessionRoute />} />
          <Route path="/opinion-requests" element={<OpinionsRoute />} />
          <Route path="/opinion-requests/new" element={<OpinionFormRoute />} />
          <Route path="/opinion-requests/:requestId" element={<OpinionRoute />} />
          <Route path="/opinion-requests/:requestId/edit" element={<OpinionFormRoute />} />
          <Route path="/me/security" element={<SecurityPage />} />
          <Route path="/administration/*" element={<AdministrationRoute />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
