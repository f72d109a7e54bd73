import type { WrittenReply } from './domain/reply.js';
import type { WrittenReplyDto } from './replies.dto.js';

/** What was sent, as it is kept: words trimmed, what is empty left out. */
export function writtenOf({ answers, comments = [], discussion }: Pick<WrittenReplyDto, 'answers' | 'comments' | 'discussion'>): WrittenReply {
  return {
    answers: answers.map(({ questionId, choice, text, selected }) => ({ questionId, choice: choice ?? null, text: text?.trim() || null, ...(selected && selected.length > 0 ? { selected } : {}) })),
    comments: comments.flatMap(({ questionId, weight, text }) => (text.trim() === '' ? [] : [{ questionId: questionId ?? null, weight, text: text.trim() }])),
    discussion: discussion?.trim() || null,
  };
}
