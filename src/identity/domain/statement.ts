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

/** What a reply says beside its answers, words and files by their hashes; comments in the order of the reply. */
export interface SignedAddition {
  comments: { questionId: string | null; weight: string; textSha256: string }[];
  /** Why the person asks to discuss the matter in a session; null: the person does not. */
  discussionSha256: string | null;
  files: string[];
}

interface Signed {
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

/**
 * Everything the person says by it; changing the smallest part needs another signature. (engineering/security.md: a stolen session)
 * Replies are signed by version 2, with what they add; those signed by version 1 are valid and add nothing.
 */
export type Statement = (Signed & { v: 1; act: Act }) | (Signed & SignedAddition & { v: 2; act: 'reply' });

/** What is said: the answers, and what a reply adds. */
export interface Saying {
  answers: readonly Omit<SignedAnswer, 'question'>[];
  addition: SignedAddition | null;
}

const byQuestion = (left: { questionId: string }, right: { questionId: string }): number => (left.questionId < right.questionId ? -1 : 1);
const inOrder = (addition: SignedAddition): SignedAddition => ({ comments: addition.comments, discussionSha256: addition.discussionSha256, files: [...addition.files].sort() });

/** One spelling for one statement: answers by question, papers and files by hash, canonical JSON (RFC 8785). */
export function writeStatement(statement: Statement): string {
  const files = statement.v === 2 ? { files: [...statement.files].sort() } : {};
  return canonicalJson({ ...statement, ...files, answers: [...statement.answers].sort(byQuestion), papers: [...statement.papers].sort() });
}

/** Whether a statement says exactly this. */
export function saysExactly(written: string, saying: Saying): boolean {
  const statement = JSON.parse(written) as Statement;
  const plain = ({ answers, addition }: Saying): string => canonicalJson({
    answers: [...answers].sort(byQuestion).map(({ questionId, choice, textSha256, selected }) => ({ questionId, choice, textSha256, ...(selected ? { selected } : {}) })),
    addition: addition === null ? null : inOrder(addition),
  });
  return plain({ answers: statement.answers, addition: statement.v === 2 ? statement : null }) === plain(saying);
}
