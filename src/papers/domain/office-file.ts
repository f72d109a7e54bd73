/** What readers of a converted document should know of its original. */
export const OFFICE_WARNINGS = ['attachments', 'trackedChanges', 'comments', 'hiddenText', 'outsideLinks'] as const;
/** `attachments`: files inside that the PDF does not hold. `outsideLinks`: parts that would be fetched from elsewhere; nothing is. */
export type OfficeWarning = (typeof OFFICE_WARNINGS)[number];

/** The document a PDF was made from. */
export interface OriginalFile {
  fileName: string;
  /** Bytes. */
  size: number;
  sha256: string;
  warnings: OfficeWarning[];
}
