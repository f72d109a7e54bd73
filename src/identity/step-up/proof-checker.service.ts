import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Environment } from '../../config/environment.js';
import { Transactor } from '../../database/transactor.js';
import { originsOf, type Site, siteOf } from '../../http/origin.js';
import { Refusal } from '../../http/refusal.js';
import { PasskeyCeremonies } from '../passkeys/passkey-ceremonies.service.js';
import type { SignedIn } from '../session-reader.js';
import { Credentials } from '../sign-in/credentials.service.js';
import type { Proof } from './evidence.js';
import type { ProofDto } from './step-up.dto.js';

/** Where a request was made: the part of it that matters here. */
export type Place = Pick<FastifyRequest, 'headers' | 'protocol' | 'ip'>;

/** By which the person can be asked at this site. */
const WAYS_SQL = `select exists (select 1 from passkey p where p.account_id = a.id and p.rp_id = $2) as passkey,
    a.password_hash is not null and exists (select 1 from totp t where t.account_id = a.id and t.confirmed_at is not null) as code
  from account a where a.id = $1`;

/** Asks for the person, and checks what they show: a passkey where one is enrolled, else password and the app's code. */
@Injectable()
export class ProofChecker {
  constructor(
    private readonly transactor: Transactor,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly credentials: Credentials,
    private readonly environment: Environment,
  ) {}

  async wayOf(actor: SignedIn, statement: string, place: Place): Promise<{ way: 'passkey' | 'code'; options: Record<string, unknown> | null }> {
    const site = this.siteOf(place);
    if ((await this.wayAt(actor, site)) === 'code') return { way: 'code', options: null };
    return { way: 'passkey', options: { ...(await this.ceremonies.optionsFor(site, challengeOf(statement), actor.accountId)) } };
  }

  async check(actor: SignedIn, statement: string, { proof, place }: { proof: ProofDto; place: Place }): Promise<Proof> {
    const site = this.siteOf(place);
    if ((await this.wayAt(actor, site)) !== proof.kind) throw new Refusal('stepUpInvalid');
    return proof.kind === 'passkey' ? this.checkPasskey(actor, statement, { proof, site }) : this.checkCode(actor, proof, place.ip);
  }

  private async checkPasskey(actor: SignedIn, statement: string, { proof, site }: { proof: ProofDto; site: Site }): Promise<Proof> {
    const { assertion } = proof;
    if (!assertion) throw new Refusal('badInput', { fields: ['proof.assertion'] });
    const challenge = Buffer.from(challengeOf(statement)).toString('base64url');
    const { accountId, credentialId, publicKey } = await this.ceremonies.verify(assertion, challenge, site).catch((error: unknown) => {
      throw error instanceof Refusal ? new Refusal('stepUpInvalid') : error;
    });
    if (accountId !== actor.accountId) throw new Refusal('stepUpInvalid');
    const { authenticatorData, clientDataJSON, signature } = assertion.response;
    return { kind: 'passkey', credentialId, publicKey: publicKey.toString('base64url'), authenticatorData, clientDataJSON, signature, at: new Date().toISOString() };
  }

  private async checkCode(actor: SignedIn, { password, code }: ProofDto, address: string): Promise<Proof> {
    if (password === undefined || code === undefined) throw new Refusal('badInput', { fields: ['proof.password', 'proof.code'] });
    const method = await this.credentials.checkAgain(actor, { password, code }, address);
    if (method !== 'code') throw new Refusal('stepUpInvalid');
    await this.transactor.run((tx) => this.credentials.succeed(tx, actor.accountId));
    return { kind: 'code', credentialId: null, publicKey: null, authenticatorData: null, clientDataJSON: null, signature: null, at: new Date().toISOString() };
  }

  private async wayAt(actor: SignedIn, site: Site): Promise<'passkey' | 'code'> {
    const [ways] = await this.transactor.query<{ passkey: boolean; code: boolean }>(WAYS_SQL, [actor.accountId, site.rpId]);
    if (ways?.passkey) return 'passkey';
    if (!ways?.code) throw new Refusal('stepUpImpossible');
    return 'code';
  }

  private siteOf(place: Place): Site {
    return siteOf(place, originsOf(this.environment.ECABINET_ORIGINS));
  }
}

/** The challenge a statement is signed by: its SHA-256. */
function challengeOf(statement: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(statement).digest());
}
