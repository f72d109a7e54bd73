import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { codeOf, Transactor, type Tx } from '../../database/transactor.js';
import { found } from '../../http/refusal.js';
import { permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { COMPARISON_RULES, type Comparison } from '../domain/comparison.js';
import type { PageLines } from '../domain/page-flow.js';
import type { PaperVersion } from '../paper.entity.js';
import { PapersRepository } from '../papers.repository.js';
import { Comparer } from './comparer.js';
import type { ChangesBriefDto, ComparisonState, VersionChangesDto } from './comparing.dto.js';

/** Those before it that the reader may see: the newest of those they opened, else the newest. $1 paper, $2 number, $3 drafts too, $4 reader. */
const BEFORE_SQL = `select v.id from paper_version v left join paper_receipt r on r.version_id = v.id and r.account_id = $4
  where v.paper_id = $1 and v.number < $2 and ($3 or v.released_at is not null) order by (r.account_id is not null) desc, v.number desc limit 1`;

/** Whether the words of both were read, and what was made of them since. $1 older, $2 newer, $3 reader, $4 rules. */
const STANDING_SQL = `select bool_and(t.whole) as whole, bool_and(t.kept) as kept, count(*)::int as read,
    exists (select 1 from paper_receipt r where r.version_id = $1 and r.account_id = $3) as opened,
    (select json_build_object('result', c.result) from version_comparison c where c.older_id = $1 and c.newer_id = $2 and c.rules = $4 and c.at >= max(t.at)) as known
  from version_text t where t.version_id in ($1, $2)`;

const TEXT_SQL = `select page, text from page_text where version_id = $1 order by page`;

const KEEP_SQL = `insert into version_comparison (older_id, newer_id, rules, result) values ($1, $2, $3, $4::jsonb)
  on conflict (older_id, newer_id) do update set rules = excluded.rules, result = excluded.result, at = now()`;

interface Standing {
  whole: boolean | null;
  kept: boolean | null;
  read: number;
  opened: boolean;
  known: { result: Comparison | null } | null;
}

interface Pair {
  older: PaperVersion | null;
  newer: PaperVersion;
  state: ComparisonState;
  standing: Standing | null;
}

const FOREIGN_KEY = '23503';

/** Tells who may read two versions of a paper what became different. */
@Injectable()
export class ComparingService {
  /** Whoever asks for the same pair meanwhile waits for the same answer. */
  private readonly running = new Map<string, Promise<Comparison | null>>();

  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly comparer: Comparer,
    private readonly environment: Environment,
  ) {}

  /** @throws Refusal notFound where the reader may not read either, or they are not two versions of one paper in this order */
  async changes(actor: SignedIn, versionId: string, since: string | null): Promise<VersionChangesDto> {
    const { pair, result } = await this.compare(actor, versionId, since);
    return { ...toBrief(pair, result), changes: result?.changes ?? [] };
  }

  /** The same without the changes themselves. */
  async brief(actor: SignedIn, versionId: string, since: string | null): Promise<ChangesBriefDto> {
    const { pair, result } = await this.compare(actor, versionId, since);
    return toBrief(pair, result);
  }

  private async compare(actor: SignedIn, versionId: string, since: string | null): Promise<{ pair: Pair; result: Comparison | null }> {
    const pair = await this.transactor.run((tx) => this.pairOf(tx, actor, { versionId, since }));
    if (pair.state !== 'ready' || pair.older === null) return { pair, result: null };
    const result = pair.standing?.known ? pair.standing.known.result : await this.make(pair.older.id, pair.newer.id);
    return { pair: result === null ? { ...pair, state: 'tooLarge' } : pair, result };
  }

  private async pairOf(tx: Tx, actor: SignedIn, { versionId, since }: { versionId: string; since: string | null }): Promise<Pair> {
    const { version: newer, paper } = await this.papers.version(tx, actor, versionId);
    const [before] = since === null ? await tx.query<{ id: string }>(BEFORE_SQL, [paper.id, newer.number, permits(actor, 'paper.readDraft', paper.bodyId), actor.accountId]) : [{ id: since }];
    if (!before) return { older: null, newer, state: 'first', standing: null };
    const { version: older } = await this.papers.version(tx, actor, before.id);
    if (older.paperId !== paper.id || older.number >= newer.number) found(null);
    const [standing] = await tx.query<Standing>(STANDING_SQL, [older.id, newer.id, actor.accountId, COMPARISON_RULES]);
    return { older, newer, state: this.stateOf([older, newer], standing), standing: standing ?? null };
  }

  private stateOf(versions: PaperVersion[], standing: Standing | undefined): ComparisonState {
    if (versions.some(({ hasText, needsPassword }) => !hasText || needsPassword)) return 'noText';
    if (!this.environment.keepsText) return 'notKept';
    return standing?.read === 2 && standing.kept === true ? 'ready' : 'beingRead';
  }

  private make(olderId: string, newerId: string): Promise<Comparison | null> {
    const key = `${olderId} ${newerId}`;
    const running = this.running.get(key) ?? this.makeNow(olderId, newerId).finally(() => this.running.delete(key));
    this.running.set(key, running);
    return running;
  }

  private async makeNow(olderId: string, newerId: string): Promise<Comparison | null> {
    const read = (id: string): Promise<PageLines[]> => this.transactor.read<PageLines>(TEXT_SQL, [id]);
    const result = await this.comparer.compare(await read(olderId), await read(newerId));
    try {
      await this.transactor.run((tx) => tx.asSystem(() => tx.query(KEEP_SQL, [olderId, newerId, COMPARISON_RULES, result && JSON.stringify(result)])));
    } catch (error) {
      // A draft that was replaced meanwhile.
      if (codeOf(error) !== FOREIGN_KEY) throw error;
    }
    return result;
  }
}

function toBrief({ older, newer, state, standing }: Pair, result: Comparison | null): ChangesBriefDto {
  return {
    state, olderId: older?.id ?? null, olderNumber: older?.number ?? null, newerNumber: newer.number, isOlderOpened: standing?.opened ?? false,
    isWhole: standing?.whole ?? true, counts: result?.counts ?? null, firstPage: result?.changes[0]?.newerPage ?? null,
  };
}
