import type { MotionDecision, QuestionDecision } from './format.js';
import type { Findings } from './findings.js';
import type { CheckKind } from './texts.js';

/** The arithmetic of a decision, to be said in words. */
export interface Said {
  question: string;
  citation: string;
  decision: MotionDecision | QuestionDecision;
}

/** One line of the report. */
export interface Check {
  kind: CheckKind;
  /** The question or title it is about. */
  about?: string;
  id?: string;
  findings: Findings;
  /** How many of how many, where the check counts something of its own: ballots, rows, proofs. */
  counted?: { done: number; of: number };
  said?: Said[];
}

/** A cast or a reply that must be, or is, confirmed by the person. */
export interface Confirmed {
  seq: number;
  at: string;
  act: 'ballot' | 'reply';
  sha256: string;
  bodyId: string | null;
  subjectId: string;
  memberId: string;
  accountId: string | null;
  papers: string[];
  answers: { questionId: string; question: string; choice: string; text: string | null; selected?: string[] | undefined }[];
  /** What a reply adds to its answers. */
  addition?: { comments: { questionId: string | null; weight: string; text: string }[]; discussion: string | null; files: string[] };
}
