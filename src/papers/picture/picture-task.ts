/** The job that draws the first page of a version. */
export const DRAW_FIRST_PAGE = 'papers-first-page';
