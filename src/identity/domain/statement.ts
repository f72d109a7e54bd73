import { canonicalJson } from '../../journal/domain/canonical.js';

/** What is signed: casting a ballot, or sending a reply. */
export type Act = 'ballot' | 'reply';

/** One answer as it is signed: the words of "other opinion" by their hash. */
export interface SignedAnswer {
  /** The motion's id for a ballot. */
  questionId: string;
  question: string;
  choice: string;
  textSha256: string | null;
  /** The options chosen, in order of their ids; absent where there are none to choose. */
  selected?: string[];
}

/** Everything the person says by it; changing the smallest part needs another signature. (engineering/security.md: a stolen session) */
export interface Statement {
  v: 1;
  act: Act;
  bodyId: string;
  subjectId: string;
  memberId: string;
  accountId: string;
  answers: SignedAnswer[];
  /** SHA-256 of the released papers that lie before the person. */
  papers: string[];
  /** The server's clock. */
  at: string;
}

const byQuestion = (left: { questionId: string }, right: { questionId: string }): number => (left.questionId < right.questionId ? -1 : 1);

/** One spelling for one statement: answers by question, papers by hash, canonical JSON (RFC 8785). */
export function writeStatement(statement: Statement): string {
  return canonicalJson({ ...statement, answers: [...statement.answers].sort(byQuestion), papers: [...statement.papers].sort() });
}

/** Whether a statement says exactly these answers. */
export function saysExactly(written: string, answers: readonly Omit<SignedAnswer, 'question'>[]): boolean {
  const { answers: signed } = JSON.parse(written) as Statement;
  const plain = (list: readonly Omit<SignedAnswer, 'question'>[]): string => canonicalJson([...list].sort(byQuestion).map(({ questionId, choice, textSha256, selected }) => ({ questionId, choice, textSha256, ...(selected ? { selected } : {}) })));
  return plain(signed) === plain(answers);
}
