import type { RuleSetDto } from '../bodies/rule-sets.dto.js';
import type { OpinionQuestion, OpinionRequest } from './opinion-request.entity.js';
import type { AskedRow } from './requests.repository.js';

/** What the journal proves of a request that was sent: the questions, the rule, and who was asked. (docs/export-format.md) */
export function sentContent(sent: { request: OpinionRequest; asked: AskedRow[]; questions: OpinionQuestion[]; ruleSet: RuleSetDto; papers: string[] }): Record<string, unknown> {
  const { request, asked, questions, ruleSet, papers } = sent;
  const { id, citation, quorum, adoption, tie, silence, choices, stepUp } = ruleSet;
  return {
    requestId: request.id, title: request.title, choices, papers,
    questions: questions.map(({ id: questionId, text, kind, options, most }) => ({ id: questionId, text, ...(kind === 'options' ? { options: options.map(({ id: optionId, label }) => ({ id: optionId, label })), most } : {}) })),
    ruleSet: { id, citation, quorum, adoption, tie, silence, stepUp },
    asked: asked.map(({ memberId, accountId, isChair }) => ({ memberId, accountId, isChair })).sort((a, b) => (a.memberId < b.memberId ? -1 : 1)),
  };
}
