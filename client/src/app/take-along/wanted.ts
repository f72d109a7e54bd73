import type { Me, Session } from '../../api/contract';
import { meKey } from '../../api/query-client';
import { deskKey } from '../../features/desk/keys';
import type { Wanted, WantedAnswer } from '../../features/offline/take';
import { versionNotesKey } from '../../features/papers/keys';
import { sessionKey, sessionsKey } from '../../features/sessions/keys';
import { papersOf } from '../../features/offline/papers-of';

/** What a session's papers need beside themselves to be found and read without a network. */
export function wantedOf(me: Me, session: Session, versionId: string | null): Wanted {
  const papers = papersOf(session).filter((paper) => versionId === null || paper.versionId === versionId);
  const isInBody = me.bodies.some(({ id }) => id === session.bodyId);
  const ofBody: WantedAnswer[] = isInBody
    ? [{ queryKey: sessionsKey(session.bodyId), path: `/bodies/${session.bodyId}/sessions` }, { queryKey: deskKey(session.bodyId), path: `/desk?bodyId=${session.bodyId}` }] : [];
  const answers: WantedAnswer[] = [
    { queryKey: meKey, path: '/me' }, ...ofBody,
    { queryKey: sessionKey(session.id), path: `/sessions/${session.id}`, isWhole: versionId === null },
    ...papers.map((paper) => ({ queryKey: versionNotesKey(paper.versionId), path: `/paper-versions/${paper.versionId}/notes` })),
  ];
  return { accountId: me.id, sessionId: session.id, isWhole: versionId === null, papers, answers };
}
