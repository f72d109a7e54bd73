import type { SearchHit } from '../../api/contract';

/** The longest of what was found: it stands on the page as it is here, so that the reader finds it again. */
function foundWords({ snippet }: SearchHit): string {
  const pieces = snippet.marks.map(([from = 0, to = 0]) => snippet.text.slice(from, to));
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

/** The exact place of a hit: the page with its words marked, the item, the vote, the talk. */
export function addressOf(hit: SearchHit): string {
  const entries: Record<string, string | null> = {
    item: hit.itemId, paper: hit.kind === 'paper' ? hit.paperId : null, page: hit.kind === 'paper' && hit.page !== null ? String(hit.page) : null,
    find: hit.kind === 'paper' && hit.page !== null ? foundWords(hit) : null, tab: hit.kind === 'comment' ? 'comments' : hit.kind === 'motion' ? 'vote' : null,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) if (value !== null && value !== '') params.set(name, value);
  const path = hit.requestId === null ? `/sessions/${hit.sessionId ?? ''}` : `/opinion-requests/${hit.requestId}`;
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}
