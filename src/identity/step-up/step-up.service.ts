import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { type Act, type SignedAddition, saysExactly, type SignedAnswer, writeStatement } from '../domain/statement.js';
import type { SignedIn } from '../session-reader.js';
import { type Evidence, evidenceColumns, evidenceHash, KEEP_EVIDENCE_SQL, type Proof } from './evidence.js';
import { ProofChecker, type Place } from './proof-checker.service.js';
import type { AskStatementDto, ProofDto, StatementDto } from './step-up.dto.js';
import { StepUpSubjects } from './step-up-subjects.js';

/** What somebody wants to do, as the request says. */
export interface WantedAct {
  act: Act;
  subjectId: string;
  answers: { questionId: string; choice: string; text: string | null; selected?: string[] }[];
  /** Of a reply. */
  addition?: { comments: { questionId: string | null; weight: string; text: string }[]; discussion: string | null; files: string[] };
}

interface StatementRow {
  id: string;
  member_id: string;
  statement: string;
  expired: boolean;
  claimed: boolean;
  proof: Proof | null;
  kept: boolean;
}

const FIND_SQL = `select s.id, s.member_id, s.statement, s.expires_at <= now() as expired, s.claimed_at is not null as claimed, s.proof, exists (select 1 from step_up_evidence e where e.id = s.id) as kept
  from step_up_statement s where s.id = $1 and s.session_id = $2 and s.account_id = $3 and s.act = $4 and s.subject_id = $5`;
const CLAIM_SQL = `update step_up_statement set claimed_at = now() where id = $1 and claimed_at is null and expires_at > now() returning id`;
const WAIT_MS = 100;
const WAITS = 100;

/** Casting a ballot and sending a reply ask for the person again, bound to what they say. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly transactor: Transactor,
    private readonly subjects: StepUpSubjects,
    private readonly checker: ProofChecker,
  ) {}

  /** Writes down what is to be signed, and how it is to be signed. */
  async prepare(actor: SignedIn, dto: AskStatementDto, place: Place): Promise<StatementDto> {
    const { act, subjectId } = dto;
    const row = await this.transactor.run(async (tx) => {
      const subject = await this.subjects.load(tx, actor, { act, id: subjectId });
      const texts = new Map(subject.questions.map(({ id, text }) => [id, text]));
      const answers = signedAnswers(dto.answers.map(({ questionId, choice, text, selected }) => ({ questionId, choice, text: text ?? null, ...(selected ? { selected } : {}) }))).map((answer): SignedAnswer => {
        const question = texts.get(answer.questionId);
        if (question === undefined) throw new Refusal('questionUnknown');
        return { ...answer, question };
      });
      const { bodyId, memberId, papers } = subject;
      const at = (await tx.now()).toISOString();
      const said = { bodyId, subjectId, memberId, accountId: actor.accountId, answers, papers, at };
      const statement = writeStatement(act === 'reply' ? { v: 2, act, ...said, ...additionOf(dto, subject.files ?? []) } : { v: 1, act, ...said });
      return this.write(tx, actor, { act, subjectId, memberId, statement });
    });
    return { statementId: row.id, statement: row.statement, expiresAt: row.expiresAt, ...(await this.checker.wayOf(actor, row.statement, place)) };
  }

  /** Checks what the person showed for exactly this act. Right once, it stays right for the same request sent again. */
  async prove(actor: SignedIn, wanted: WantedAct, given: { proof: ProofDto; place: Place }): Promise<Evidence> {
    const row = await this.find(actor, wanted, given.proof);
    if (!row || !saysExactly(row.statement, { answers: signedAnswers(wanted.answers), addition: wanted.addition ? signedAddition(wanted.addition) : null })) throw new Refusal('stepUpInvalid');
    const proof = row.proof ?? (await this.checkOnce(actor, row, { wanted, ...given }));
    const { id, member_id: memberId, statement } = row;
    const { act, subjectId } = wanted;
    return { id, act, subjectId, memberId, accountId: actor.accountId, statement, ...proof, sha256: evidenceHash({ ...proof, statement }), isRepeat: row.kept };
  }

  /** Keeps the evidence in the transaction of what it is evidence of. */
  async keep(tx: Tx, evidence: Evidence): Promise<void> {
    await tx.query(KEEP_EVIDENCE_SQL, evidenceColumns([evidence]));
  }

  /** The first request checks; the same one sent again meanwhile waits for what the first finds. */
  private async checkOnce(actor: SignedIn, row: StatementRow, given: { wanted: WantedAct; proof: ProofDto; place: Place }): Promise<Proof> {
    const [claimed] = await this.change<{ id: string }>(CLAIM_SQL, [row.id]);
    if (!claimed) return this.waitForOther(actor, row, given);
    try {
      const proof = await this.checker.check(actor, row.statement, given);
      await this.change('update step_up_statement set proof = $2 where id = $1', [row.id, JSON.stringify(proof)]);
      return proof;
    } catch (error) {
      // A wrong password may be typed again; a challenge that was answered wrongly is used up.
      const after = given.proof.kind === 'code' ? 'update step_up_statement set claimed_at = null where id = $1' : 'delete from step_up_statement where id = $1';
      await this.change(after, [row.id]);
      throw error;
    }
  }

  private async waitForOther(actor: SignedIn, row: StatementRow, { wanted, proof }: { wanted: WantedAct; proof: ProofDto }): Promise<Proof> {
    if (!row.claimed && row.expired) throw new Refusal('stepUpExpired');
    for (let waits = 0; waits < WAITS; waits += 1) {
      const now = await this.find(actor, wanted, proof);
      if (!now) throw new Refusal('stepUpInvalid');
      if (now.proof) return now.proof;
      if (!now.claimed) break;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
    throw new Refusal('stepUpExpired');
  }

  private change<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.transactor.run((tx) => tx.query<Row>(sql, parameters));
  }

  private async find(actor: SignedIn, { act, subjectId }: WantedAct, { statementId }: ProofDto): Promise<StatementRow | undefined> {
    const [row] = await this.transactor.read<StatementRow>(FIND_SQL, [statementId, actor.sessionId, actor.accountId, act, subjectId]);
    return row;
  }

  private async write(tx: Tx, actor: SignedIn, said: { act: Act; subjectId: string; memberId: string; statement: string }): Promise<{ id: string; statement: string; expiresAt: Date }> {
    const { act, subjectId, memberId, statement } = said;
    await tx.asSystem(() => tx.query(`delete from step_up_statement where expires_at < now() - interval '1 hour'`));
    const [row] = await tx.query<{ id: string; statement: string; expiresAt: Date }>(
      `insert into step_up_statement (session_id, account_id, act, subject_id, member_id, statement, expires_at) values ($1, $2, $3, $4, $5, $6, now() + interval '2 minutes')
       returning id, statement, expires_at as "expiresAt"`,
      [actor.sessionId, actor.accountId, act, subjectId, memberId, statement],
    );
    if (!row) throw new Error('a statement could not be written');
    return row;
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text.trim()).digest('hex');

function additionOf(dto: AskStatementDto, files: string[]): SignedAddition {
  const comments = (dto.comments ?? []).map(({ questionId, weight, text }) => ({ questionId: questionId ?? null, weight, text }));
  return signedAddition({ comments, discussion: dto.discussion ?? null, files });
}

/** What a reply adds, as it is signed. */
function signedAddition({ comments, discussion, files }: NonNullable<WantedAct['addition']>): SignedAddition {
  return {
    comments: comments.map(({ questionId, weight, text }) => ({ questionId, weight, textSha256: hashOf(text) })),
    discussionSha256: discussion?.trim() ? hashOf(discussion) : null,
    files: [...files].sort(),
  };
}

/** Answers as they are signed: words by their hash. */
function signedAnswers(answers: WantedAct['answers']): Omit<SignedAnswer, 'question'>[] {
  return answers.map(({ questionId, choice, text, selected = [] }) => {
    const words = text?.trim() || null;
    return { questionId, choice, textSha256: words === null ? null : createHash('sha256').update(words).digest('hex'), ...(selected.length > 0 ? { selected: [...selected].sort() } : {}) };
  });
}
