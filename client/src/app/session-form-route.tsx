import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { sessionQuery } from '../features/sessions/api';
import { SessionFormPage } from '../features/sessions/session-form-page';
import { QueryView } from '../ui/states';
import { WithBody } from './with-body';

export default function SessionFormRoute() {
  const { t } = useTranslation('shell');
  const { sessionId } = useParams();
  const navigate = useNavigate();
  const open = (id: string) => void navigate(`/sessions/${id}`, { replace: true });
  if (sessionId !== undefined) return <EditSession sessionId={sessionId} onSaved={open} />;
  return <WithBody title={t('nav.sessions')}>{(body) => <SessionFormPage bodyId={body.id} session={null} onSaved={open} />}</WithBody>;
}

function EditSession({ sessionId, onSaved }: { sessionId: string; onSaved: (sessionId: string) => void }) {
  const query = useQuery(sessionQuery(sessionId));
  return <QueryView query={query}>{(session) => <SessionFormPage key={session.id} bodyId={session.bodyId} session={session} onSaved={onSaved} />}</QueryView>;
}
