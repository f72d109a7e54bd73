import { Injectable } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { found, Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { RequestsRepository } from '../opinions/requests.repository.js';
import { allOf, phraseOf, readQuery, type Terms } from './domain/search-query.js';
import { snippetOf } from './domain/snippet.js';
import { SEARCH_KINDS, type SearchDto, type SearchGroupDto, type SearchHitDto, type SearchQueryDto } from './search.dto.js';
import { assistsIn, scopeOf } from './search-scope.js';
import { type HitRow, SEARCHES } from './search-sql.js';

/** Shown of each kind when all are asked for, and of the one that is. */
const [FEW, MANY] = [5, 20];
/** Pages that have the words side by side score as much. (`search_score()`) */
const SIDE_BY_SIDE = 20_000_000;

/** Finds words in all that a person may see: the policy says what, rights on rows say it again. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transactor: Transactor,
    private readonly environment: Environment,
    private readonly requests: RequestsRepository,
  ) {}

  async find(actor: SignedIn, query: SearchQueryDto): Promise<SearchDto> {
    const terms = readQuery(query.q, query.typing === true);
    const keepsText = this.environment.keepsText;
    if (terms.length === 0) return { groups: [], keepsText };
    const shown = query.kind === undefined ? FEW : MANY;
    const rows = await this.transactor.run(async (tx) => rowsOf(tx, query, parametersOf(actor, query, { terms, shown, assisted: await this.assisted(tx, actor) })));
    const groups = SEARCH_KINDS.map((kind) => groupOf(rows.filter((row) => row.kind === kind), { kind, shown, terms, asWritten: query.exact === true }));
    return { groups: groups.filter(({ hits }) => hits.length > 0), keepsText };
  }

  private async assisted(tx: Tx, actor: SignedIn): Promise<string[]> {
    const members: string[] = [];
    for (const bodyId of assistsIn(actor)) {
      const memberId = await this.requests.assistedBy(tx, actor, bodyId);
      if (memberId !== null) members.push(memberId);
    }
    return members;
  }
}

/** Most of what is asked for stands side by side somewhere, and that comes first: only where it is too little is all that was found ranked. */
async function rowsOf(tx: Tx, query: SearchQueryDto, parameters: unknown[]): Promise<HitRow[]> {
  const rows = await tx.prepared<HitRow>(found(SEARCHES.get(query.kind)), [...parameters, true]);
  return rows.some(({ kind, score }) => kind === 'paper' && score < SIDE_BY_SIDE) ? tx.prepared<HitRow>(found(SEARCHES.get(query.kind)), [...parameters, false]) : rows;
}

function parametersOf(actor: SignedIn, query: SearchQueryDto, { terms, shown, assisted }: { terms: Terms; shown: number; assisted: readonly string[] }): unknown[] {
  const scope = scopeOf(actor, assisted);
  const [score, id, page] = query.after === undefined ? [null, null, null] : readAfter(query);
  return [
    scope.bodies, scope.unsent, scope.visits, scope.substituted, scope.items, query.bodyId ?? null, query.sessionId ?? null, query.from ?? null, query.until ?? null,
    phraseOf(terms, 'plain'), phraseOf(terms, 'folded'), allOf(terms, 'plain'), allOf(terms, 'folded'), query.exact === true,
    scope.drafts, scope.paperBodies.filter((bodyId) => query.bodyId === undefined || query.bodyId === bodyId), scope.requests, scope.members, query.hasText === true, shown + 1, score, id, page,
  ];
}

const AFTER = /^(\d{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,6})$/;

/** Where a page ended goes on only within the kind it was of. */
function readAfter({ after, kind }: SearchQueryDto): [number, string, number] {
  const [, score, id, page] = AFTER.exec(after ?? '') ?? [];
  if (id === undefined || kind === undefined) throw new Refusal('badInput', { fields: ['after:matches'] });
  return [Number(score), id, Number(page)];
}

function groupOf(rows: HitRow[], { kind, shown, terms, asWritten }: { kind: SearchGroupDto['kind']; shown: number; terms: Terms; asWritten: boolean }): SearchGroupDto {
  // One more than is shown was asked for: whether there is a next page.
  const here = rows.slice(0, shown);
  const last = here.at(-1);
  const next = last !== undefined && rows.length > shown ? `${last.score}.${last.id}.${last.page}` : null;
  return { kind, total: last?.total ?? 0, hits: here.map((row) => toHit(row, terms, asWritten)), next };
}

function toHit({ score, total, text, page, startsAt, ...row }: HitRow, terms: Terms, asWritten: boolean): SearchHitDto {
  return { ...row, page: page === 0 ? null : page, startsAt: startsAt?.toISOString() ?? null, snippet: snippetOf(text, terms, asWritten) };
}
