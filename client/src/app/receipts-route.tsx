import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { ReceiptsPage } from '../features/papers/receipts-page';
import { sessionQuery } from '../features/sessions/api';
import { QueryView } from '../ui/states';

/** Who has read what of a session, for who prepares it. */
export default function ReceiptsRoute() {
  const { sessionId = '' } = useParams();
  const query = useQuery(sessionQuery(sessionId));
  return <QueryView query={query} rows={4}>{(session) => (session.can.receipts ? <ReceiptsPage session={session} /> : <Navigate to={`/sessions/${session.id}`} replace />)}</QueryView>;
}
