import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Queryable } from '../../database/transactor.js';
import { canonicalJson } from '../../journal/domain/canonical.js';
import type { Act } from '../domain/statement.js';

/** What was shown, as it is kept and as an export gives it. */
export interface Proof {
  kind: 'passkey' | 'code';
  credentialId: string | null;
  publicKey: string | null;
  authenticatorData: string | null;
  clientDataJSON: string | null;
  signature: string | null;
  /** When it was checked. */
  at: string;
}

/** A proof of one act, ready to be written with the ballot or reply. */
export interface Evidence extends Proof {
  id: string;
  act: Act;
  subjectId: string;
  memberId: string;
  accountId: string;
  statement: string;
  sha256: string;
  /** It was written before: the same request once more, which may get the same answer and do nothing else. */
  isRepeat: boolean;
}

/** What the journal's row says of it: SHA-256 over the canonical JSON of the statement and what was shown. (docs/export-format.md, Evidence) */
export function evidenceHash({ statement, kind, credentialId, publicKey, authenticatorData, clientDataJSON, signature, at }: Proof & { statement: string }): string {
  return createHash('sha256').update(canonicalJson({ statement, kind, credentialId, publicKey, authenticatorData, clientDataJSON, signature, at })).digest('hex');
}

/** One row for each evidence; who writes it writes the ballot or reply in the same transaction. */
export const KEEP_EVIDENCE_SQL = `insert into step_up_evidence (id, act, subject_id, member_id, account_id, statement, kind, credential_id, public_key, authenticator_data, client_data_json, signature, at, sha256)
  select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::text[])
  on conflict (id) do nothing`;

/** The parameters of `KEEP_EVIDENCE_SQL`, column by column. */
export function evidenceColumns(list: readonly Evidence[]): unknown[][] {
  const names = ['id', 'act', 'subjectId', 'memberId', 'accountId', 'statement', 'kind', 'credentialId', 'publicKey', 'authenticatorData', 'clientDataJSON', 'signature', 'at', 'sha256'] as const;
  return names.map((name) => list.map((evidence) => evidence[name]));
}

/** Evidence as an export gives it to a verifier. */
export interface ExportedEvidence extends Proof {
  subjectId: string;
  memberId: string;
  accountId: string;
  statement: string;
  sha256: string;
}

const EXPORT_SQL = `select subject_id as "subjectId", member_id as "memberId", account_id as "accountId", statement, kind, credential_id as "credentialId", public_key as "publicKey",
    authenticator_data as "authenticatorData", client_data_json as "clientDataJSON", signature, at, sha256
  from step_up_evidence where act = $1 and subject_id = any($2::uuid[]) order by subject_id, member_id, at, id`;

/** Evidence for exports: the caller has made sure of the right to the motions and requests, and asks as the system. */
@Injectable()
export class StepUpEvidenceReader {
  forMotions(from: Queryable, ids: string[]): Promise<ExportedEvidence[]> {
    return read(from, 'ballot', ids);
  }

  forRequests(from: Queryable, ids: string[]): Promise<ExportedEvidence[]> {
    return read(from, 'reply', ids);
  }
}

async function read(from: Queryable, act: Act, ids: string[]): Promise<ExportedEvidence[]> {
  const rows = await from.query<Omit<ExportedEvidence, 'at'> & { at: Date }>(EXPORT_SQL, [act, ids]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
