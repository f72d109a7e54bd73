import type { SignatureFacts } from './domain/signature-facts.js';

export class PaperSignatureDto {
  /** `timestamp`: made by a time authority. */
  kind!: 'signature' | 'timestamp';
  /** Who, as the certificate names its subject; nobody has judged the certificate. Null when it cannot be read. */
  signer!: string | null;
  /** Organisation of the certificate's subject. */
  organisation!: string | null;
  /** The time the signer claims, ISO 8601. */
  claimedAt!: string | null;
  /** Form of the signature, e.g. `adbe.pkcs7.detached`. (ISO 32000-2, 12.8.3) */
  subFilter!: string | null;
  /** The document as it stood up to this byte is covered. */
  coveredTo!: number;
  /** Every byte of the file but the signature itself is covered. */
  coversWhole!: boolean;
  /** Whether the covered bytes are those that were signed; `unknown`: of a form that could not be checked. */
  integrity!: 'intact' | 'changed' | 'unknown';
}

export class PaperSignaturesDto {
  /** Bytes of the file. */
  size!: number;
  /** Earliest covered state first. */
  signatures!: PaperSignatureDto[];
}

export function toSignatureDto(facts: SignatureFacts): PaperSignatureDto {
  const { kind, signer, organisation, claimedAt, subFilter, coversWhole, integrity, byteRange } = facts;
  const [, , next = 0, rest = 0] = byteRange;
  return { kind, signer, organisation, claimedAt, subFilter, coveredTo: next + rest, coversWhole, integrity };
}
