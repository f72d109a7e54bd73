import { Suspense, useEffect } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../api/contract';
import { lazyPart } from '../api/lazy-part';
import { packOwner, usePackOwner } from '../api/pack/owner';
import { isOffline, Refusal } from '../api/refusal';
import { meQuery } from '../features/identity/api';
import { Loading, Refused } from '../ui/states';
import { NotFound } from './not-found';
import { AdministrationRoute, ChairPage, CheckInPage, ImportAgendaRoute, InvitationPage, InvitationsPage, SecurityPage, SignInPage, DeskRoute, DossierRoute, DossiersRoute, JournalRoute, LibrariesRoute, MyNotesPage, NewSessionRoute, OpinionFiguresRoute, OpinionFormRoute, OpinionRoute, OnThisDevicePage, OpinionsRoute, ReceiptsRoute, RegisterRoute, RoomDisplayPage, RoomPage, SearchRoute, SessionPage, SessionsRoute, StatisticsPage, InboxPage, MyNotificationsPage } from './pages';
import { Shell } from './shell';

const OfflineStart = lazyPart(() => import('../features/offline/offline-start'));

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

/** Who reads no papers of a body begins where their work is. */
function Desk({ me: { can } }: { me: Me }) {
  if (can.read) return <DeskRoute />;
  return can.submit ? <Navigate to="/dossiers" replace /> : can.readJournal ? <Navigate to="/journal" replace /> : <DeskRoute />;
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
  const { hash } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    // Nobody is signed in: papers of who was may have to go all the same.
    if (packOwner() !== null) void import('../features/offline/sync').then(({ letGoIfEnded }) => letGoIfEnded()).catch(() => undefined);
  }, []);
  return <SignInPage onSignedIn={() => void navigate(ownAddress(params.get('to')) + hash, { replace: true })} />;
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
  const owner = usePackOwner();
  const { pathname, search, hash } = useLocation();
  if (me.data === undefined && me.error instanceof Refusal && me.error.status === 401) {
    const to = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    // What is after `#` stays there: it may be a secret, and browsers send it to nobody.
    return <Navigate to={`/sign-in${to}${to === '' ? '' : hash}`} replace />;
  }
  const isCutOff = me.data === undefined && (me.fetchStatus === 'paused' || isOffline(me.error));
  if (isCutOff) {
    const refused = <Refused error={me.error ?? new Refusal('offline', {}, 0)} onRetry={() => void me.refetch()} />;
    return owner === null ? refused : <Suspense fallback={<Loading rows={3} />}><OfflineStart>{refused}</OfflineStart></Suspense>;
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
          <Route path="/desk" element={isOnlyGuest ? <InvitationsPage /> : <Desk me={me.data} />} />
          <Route path="/journal" element={<JournalRoute />} />
          <Route path="/sessions" element={isOnlyGuest ? <InvitationsPage /> : <SessionsRoute />} />
          <Route path="/sessions/import" element={<ImportAgendaRoute />} />
          <Route path="/sessions/new" element={<NewSessionRoute />} />
          <Route path="/sessions/:sessionId" element={<SessionPage />} />
          <Route path="/sessions/:sessionId/check-in" element={<CheckInPage />} />
          <Route path="/sessions/:sessionId/chair" element={<ChairPage />} />
          <Route path="/sessions/:sessionId/receipts" element={<ReceiptsRoute />} />
          <Route path="/sessions/:sessionId/register" element={<RegisterRoute />} />
          <Route path="/sessions/:sessionId/statistics" element={<StatisticsPage />} />
          <Route path="/sessions/:sessionId/room/*" element={<RoomPage />} />
          <Route path="/sessions/:sessionId/edit" element={<NewSessionRoute />} />
          <Route path="/opinion-requests" element={<OpinionsRoute />} />
          <Route path="/opinion-requests/figures" element={<OpinionFiguresRoute />} />
          <Route path="/opinion-requests/new" element={<OpinionFormRoute />} />
          <Route path="/opinion-requests/:requestId" element={<OpinionRoute />} />
          <Route path="/opinion-requests/:requestId/edit" element={<OpinionFormRoute />} />
          <Route path="/dossiers" element={<DossiersRoute />} />
          <Route path="/dossiers/:dossierId" element={<DossierRoute />} />
          <Route path="/search" element={<SearchRoute />} />
          <Route path="/notes" element={<MyNotesPage />} />
          <Route path="/notifications" element={<InboxPage />} />
          <Route path="/me/notifications" element={<MyNotificationsPage />} />
          <Route path="/libraries" element={<LibrariesRoute />} />
          <Route path="/on-this-device" element={<OnThisDevicePage />} />
          <Route path="/me/security" element={<SecurityPage />} />
          <Route path="/administration/*" element={<AdministrationRoute />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
