import { useQuery } from '@tanstack/react-query';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { sessionQuery } from '../features/sessions/api';
import { RoomPage } from '../features/sessions/room/room-page';
import { SeatPlanEditor } from '../features/sessions/room/seat-plan-editor';
import { SiteListPage } from '../features/sessions/sites/site-list-page';
import { QueryView } from '../ui/states';

/** The room of a session, for who runs it. */
export default function RoomRoute() {
  const { sessionId = '' } = useParams();
  const query = useQuery(sessionQuery(sessionId));
  return <QueryView query={query} rows={4}>{(session) => (session.can.run ? <Routes><Route path="seats" element={<SeatPlanEditor session={session} />} /><Route path="sites/:siteId" element={<SiteListPage session={session} />} /><Route path="*" element={<RoomPage session={session} />} /></Routes> : <Navigate to={`/sessions/${session.id}`} replace />)}</QueryView>;
}
