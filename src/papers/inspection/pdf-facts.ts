import type { SignatureFacts } from '../domain/signature-facts.js';

/** What is known of a PDF file once it was looked at. */
export interface PdfFacts {
  /** Number of pages; 0 when the file needs a password to be opened. */
  pages: number;
  /** Opens only with a password, which the reader's browser asks for; the server never sees it. */
  needsPassword: boolean;
  /** A few pages were looked at and letters found: it can be searched. False for a scan. */
  hasText: boolean;
  /** Signatures in the file, in their order in it; the first hundred. */
  signatures: SignatureFacts[];
  /** Title the file gives itself, NFC, at most 200 characters. */
  title: string | null;
}

/** How much one file may cost. */
export interface InspectionLimits {
  /** Milliseconds until the process is killed. */
  timeMs: number;
  /** Milliseconds of these for looking for text; after that the file is taken as one without. */
  textMs: number;
  /** Megabytes the process may hold in all; about 100 of them it needs for itself. */
  memoryMb: number;
}

/** Twenty seconds are forty times what the slowest real sample took on a small machine. */
export const DEFAULT_LIMITS: InspectionLimits = { timeMs: 20_000, textMs: 5_000, memoryMb: 512 };
