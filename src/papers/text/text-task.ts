/** The job that reads the words of a version. */
export const READ_TEXT = 'papers-text';
