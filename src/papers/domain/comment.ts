export const COMMENT_WEIGHTS = ['blocking', 'should', 'remark'] as const;
/** How much a comment asks: blocking (a condition), something that should be addressed, or a remark. */
export type CommentWeight = (typeof COMMENT_WEIGHTS)[number];
