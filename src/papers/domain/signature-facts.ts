/** What a digital signature in a PDF says of itself. Nobody has judged its certificate. */
export interface SignatureFacts {
  /** `timestamp`: made by a time authority, not by a person or an office. */
  kind: 'signature' | 'timestamp';
  /** Common name of the certificate's subject, as the file has it; null when it cannot be read. */
  signer: string | null;
  /** Organisation of the certificate's subject. */
  organisation: string | null;
  /** The time the signer claims, ISO 8601; for a timestamp the authority's. */
  claimedAt: string | null;
  /** Form of the signature, e.g. `adbe.pkcs7.detached`. (ISO 32000-2, 12.8.3) */
  subFilter: string | null;
  /** The byte range: offset, length, offset, length. (ISO 32000-2, 12.8.1) */
  byteRange: number[];
  /** True when every byte of the file but the signature itself is covered; false: only an earlier state of the document is. */
  coversWhole: boolean;
  /**
   * `intact`: the covered bytes are those that were signed with the key of this certificate. `changed`: they are not, or do not lie around the signature. `unknown`: it is of
   * a form that could not be checked. Says nothing of who holds the certificate.
   */
  integrity: 'intact' | 'changed' | 'unknown';
}

const KINDS: readonly unknown[] = ['signature', 'timestamp'];
const INTEGRITY: readonly unknown[] = ['intact', 'changed', 'unknown'];

/** Whether something that came from the parsing process has this form. */
export function isSignatureFacts(value: unknown): value is SignatureFacts {
  if (typeof value !== 'object' || value === null) return false;
  const facts = value as Partial<Record<keyof SignatureFacts, unknown>>;
  const isText = (text: unknown): boolean => text === null || (typeof text === 'string' && text.length <= 200);
  const { byteRange } = facts;
  return KINDS.includes(facts.kind) && INTEGRITY.includes(facts.integrity) && typeof facts.coversWhole === 'boolean'
    && [facts.signer, facts.organisation, facts.claimedAt, facts.subFilter].every(isText)
    && Array.isArray(byteRange) && byteRange.length === 4 && byteRange.every((number) => Number.isSafeInteger(number) && number >= 0);
}
