import { base64, base64url, count, flag, hash, instant, list, nullable, object, type Of, oneOf, open, optional, positive, text, uuid } from './shape.js';

/** The format of docs/export-format.md, member by member. */
const choice = oneOf('agree', 'disagree', 'otherOpinion', 'abstain');
const fraction = object({ numerator: count, denominator: positive });
const adoption = object({ threshold: fraction, strict: flag, of: oneOf('all', 'present', 'cast') });
const seat = object({ memberId: uuid, accountId: nullable(uuid), isChair: flag });

const decided = { members: count, present: count, base: count, of: oneOf('all', 'present', 'cast'), strict: flag, needed: count, tie: flag, outcome: oneOf('adopted', 'rejected', 'undecided'), decidedBy: oneOf('majority', 'chair', 'none') };
const motionDecision = object({ tally: object({ agree: count, disagree: count, otherOpinion: count, abstain: count, notVoted: count, recused: count }), ...decided, options: optional(list(object({ id: uuid, votes: count, chosen: flag, tied: flag }))) });
const questionDecision = object({ tally: object({ agree: count, disagree: count, otherOpinion: count, abstain: count, deemed: count, notAnswered: count }), ...decided, options: optional(list(object({ id: uuid, votes: count, chosen: flag, tied: flag }))) });
const weight = oneOf('blocking', 'should', 'remark');

const motionRecord = object({
  id: uuid, bodyId: uuid, state: oneOf('published', 'annulled'), question: text, openedAt: instant, closedAt: instant, publishedAt: instant, decision: motionDecision,
  roll: list(object({ memberId: uuid, isChair: flag })),
  ballots: list(object({ memberId: uuid, choice, text: nullable(text), selected: optional(list(uuid)), channel: text, receipt: text, castAt: instant })),
});
const requestRecord = object({
  id: uuid, bodyId: uuid, state: oneOf('closed', 'summarised', 'adopted', 'toSession', 'rework'), title: text, sentAt: instant, dueAt: instant, closedAt: instant,
  questions: list(object({ id: uuid, text, decision: questionDecision })),
  asked: list(object({ memberId: uuid, isChair: flag, state: oneOf('answered', 'deemed', 'notAnswered'), answeredAt: nullable(instant) })),
  answers: nullable(list(object({ questionId: uuid, memberId: uuid, choice, text: nullable(text), selected: optional(list(uuid)) }))),
  comments: optional(list(object({ memberId: uuid, questionId: nullable(uuid), weight: oneOf('blocking', 'should', 'remark', 'discussion'), text }))),
  files: optional(list(object({ memberId: uuid, sha256: hash }))),
});
const evidence = object({
  kind: oneOf('passkey', 'code'), subjectId: uuid, memberId: uuid, accountId: uuid, statement: text, sha256: hash, at: instant,
  credentialId: nullable(base64url), publicKey: nullable(base64url), authenticatorData: nullable(base64url), clientDataJSON: nullable(base64url), signature: nullable(base64url),
});

export const EXPORT = object({
  format: oneOf('ecabinet-export'), version: oneOf(1), madeAt: instant,
  scope: object({ kind: oneOf('log', 'motion', 'request'), id: optional(uuid) }),
  log: object({ origin: text, vkey: text, checkpoints: list(object({ at: instant, note: text })) }),
  leaves: list(object({ seq: positive, content: optional(text), hash: optional(base64(32)) })),
  proofs: list(object({ seq: positive, hashes: list(base64(32)) })),
  openings: list(object({ seq: positive, salt: base64(16), content: text })),
  records: object({ motions: list(motionRecord), requests: list(requestRecord) }),
  evidence: list(evidence),
});
export const ROW = object({ seq: positive, type: text, at: instant, actorId: nullable(uuid), bodyId: nullable(uuid), ids: open, facts: open, private: optional(hash) });

/** Facts and private contents of the rows that are read, by type. */
export const OPENED_FACTS = object({ roll: count, recused: count, openedAt: instant });
export const OPENED = object({
  motionId: uuid, question: text, questionEn: nullable(text), choices: list(choice), roll: list(seat), papers: list(hash), recused: list(object({ memberId: uuid })),
  ruleSet: object({ id: uuid, citation: text, quorum: fraction, adoption, tie: oneOf('chair', 'rejected'), absentMayVote: flag, changeBallot: flag, stepUp: optional(flag) }),
  kind: optional(oneOf('options', 'election', 'block', 'consentList')), items: optional(list(uuid)), rollCall: optional(flag),
  options: optional(list(object({ id: uuid, label: text }))), most: optional(positive), places: optional(positive),
});
export const CAST_FACTS = object({ memberId: uuid, receipt: text, evidenceSha256: optional(nullable(hash)), enteredBy: optional(uuid) });
export const CAST = object({ motionId: uuid, memberId: uuid, choice, text: nullable(text), channel: text, selected: optional(list(uuid)) });
export const CLOSED_FACTS = object({ cast: count, roll: count, closedAt: instant });
export const CLOSED = object({ motionId: uuid, present: count, decision: motionDecision });
export const PUBLISHED_FACTS = object({ decision: motionDecision, publishedAt: instant });
export const ANNULLED_FACTS = object({ from: text });
export const MOTION_DATED_FACTS = object({ openedAt: optional(instant), castAt: optional(instant), closedAt: optional(instant), publishedAt: optional(instant) });

export const SENT_FACTS = object({ act: oneOf('send'), sentAt: instant, dueAt: instant, asked: count });
export const SENT = object({
  requestId: uuid, title: text, questions: list(object({ id: uuid, text, options: optional(list(object({ id: uuid, label: text }))), most: optional(positive) })), choices: list(choice), asked: list(seat), papers: list(hash),
  ruleSet: object({ id: uuid, citation: text, quorum: fraction, adoption, tie: oneOf('chair', 'rejected'), silence: oneOf('deemed', 'notAnswered'), stepUp: optional(flag) }),
});
export const EXTENDED_FACTS = object({ act: oneOf('extend'), dueAt: instant });
export const REQUEST_DATED_FACTS = object({ act: oneOf('dated'), sentAt: optional(instant), dueAt: optional(instant), closedAt: optional(instant), answeredAt: optional(instant) });
export const REPLIED_FACTS = object({ memberId: uuid, answeredAt: instant, evidenceSha256: optional(nullable(hash)) });
export const REPLIED = object({
  requestId: uuid, memberId: uuid,
  answers: list(object({ questionId: uuid, choice, text: nullable(text), selected: optional(list(uuid)) })),
  comments: optional(list(object({ questionId: nullable(uuid), weight, text }))), discussion: optional(text), files: optional(list(hash)),
});
export const REQUEST_CLOSED_FACTS = object({ asked: count, answered: count, silence: oneOf('deemed', 'notAnswered'), closedAt: instant });
export const REQUEST_CLOSED = object({ requestId: uuid, decisions: list(object({ questionId: uuid, decision: questionDecision })) });

/** What a person signed. */
export const STATEMENT = object({
  v: oneOf(1, 2), act: oneOf('ballot', 'reply'), bodyId: uuid, subjectId: uuid, memberId: uuid, accountId: uuid, papers: list(hash), at: instant,
  answers: list(object({ questionId: uuid, question: text, choice, textSha256: nullable(hash), selected: optional(list(uuid)) })),
  comments: optional(list(object({ questionId: nullable(uuid), weight, textSha256: hash }))), discussionSha256: optional(nullable(hash)), files: optional(list(hash)),
});

export type Export = Of<typeof EXPORT>;
export type Row = Of<typeof ROW>;
export type Choice = Of<typeof choice>;
export type MotionDecision = Of<typeof motionDecision>;
export type QuestionDecision = Of<typeof questionDecision>;
export type MotionRecord = Of<typeof motionRecord>;
export type RequestRecord = Of<typeof requestRecord>;
export type Evidence = Of<typeof evidence>;
