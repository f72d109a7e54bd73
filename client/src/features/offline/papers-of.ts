import type { Session } from '../../api/contract';
import type { WantedPaper } from '../../api/pack/papers';

/** The released papers of a session as this person may read them. */
export function papersOf(session: Session): WantedPaper[] {
  return session.items.flatMap(({ papers }) => papers).filter(({ state, current }) => state === 'released' && current.releasedAt !== null)
    .map(({ id, title, current }) => ({ versionId: current.id, paperId: id, sessionId: session.id, size: current.size, sha256: current.sha256, title, number: current.number, pages: current.pages }));
}
