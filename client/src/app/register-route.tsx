import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { RegisterPage } from '../features/papers/register/register-page';
import { sessionQuery } from '../features/sessions/api';
import { QueryView } from '../ui/states';

/** The register of a session's classified papers, for the office. */
export default function RegisterRoute() {
  const { sessionId = '' } = useParams();
  const query = useQuery(sessionQuery(sessionId));
  return <QueryView query={query} rows={4}>{(session) => (session.can.register ? <RegisterPage session={session} /> : <Navigate to={`/sessions/${session.id}`} replace />)}</QueryView>;
}
