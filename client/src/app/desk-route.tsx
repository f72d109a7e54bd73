import { useTranslation } from 'react-i18next';
import { DeskPage } from '../features/desk/desk-page';
import { Suspense } from 'react';
import { lazyPart } from '../api/lazy-part';
import { withTexts } from '../i18n/start';
import { useCurrentBody } from './current-body';
import { WithBody } from './with-body';

const UnitInvitations = lazyPart(async () => ({ default: (await withTexts('meeting', import('../features/guests/unit-invitations'))).UnitInvitations }));
const ChangedLine = lazyPart(() => withTexts('notes', import('../features/papers/changes/changed-line')));
const Invitations = lazyPart(async () => ({ default: (await withTexts('meeting', import('../features/guests/invitations'))).Invitations }));

export default function DeskRoute() {
  const { me } = useCurrentBody();
  const { t } = useTranslation(['shell', 'sessions']);
  return <WithBody title={t('nav.desk')}>{(body) => <DeskPage key={body.id} body={body} changesOf={({ sessionId, itemId, paperId, versionId }) => <Suspense><ChangedLine versionId={versionId} to={`/sessions/${sessionId}?item=${itemId}&paper=${paperId}&changes=first`} /></Suspense>} attendanceWord={(state) => t(`sessions:attendance.${state}`)} first={me.can.visit ? <Suspense><UnitInvitations /></Suspense> : null} invitations={me.can.visit ? <Suspense><Invitations /></Suspense> : null} />}</WithBody>;
}
