import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON, VerifiedAuthenticationResponse, VerifiedRegistrationResponse } from '@simplewebauthn/server';
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { Transactor, type Tx } from '../../database/transactor.js';
import type { Site } from '../../http/origin.js';
import { Refusal } from '../../http/refusal.js';
import { securityEvent } from '../../http/security-log.js';
import { newToken } from '../tokens.js';
import type { ChallengePurpose } from './passkey.entity.js';

/** What a challenge is given out for, to whom, and where. `holder` binds it to a session or an invitation. */
export interface Ceremony {
  purpose: ChallengePurpose;
  holder: string;
  site: Site;
}

/** Who a new passkey is for. */
export interface Enrolment {
  accountId: string;
  username: string;
  displayName: string;
  /** What the person calls it. */
  name: string;
}

/** A passkey that has just answered a challenge. */
export interface Asserted {
  accountId: string;
  username: string;
  passkeyId: string;
  credentialId: string;
  publicKey: Buffer;
}

interface PasskeyRow {
  id: string;
  account_id: string;
  username: string;
  credential_id: string;
  public_key: Buffer;
  counter: number;
}

/** ES256, EdDSA, RS256: what authenticators people have can do, and what the offline verifier checks. */
const ALGORITHMS = [-7, -8, -257];
const FOUND_SQL = `select p.id, p.account_id, a.username, p.credential_id, p.public_key, p.counter
  from passkey p join account a on a.id = p.account_id and not a.disabled where p.credential_id = $1 and p.rp_id = $2`;

/** Challenges and answers of WebAuthn (Level 3, 7.1 and 7.2). The library is loaded with the first of them. */
@Injectable()
export class PasskeyCeremonies {
  constructor(private readonly transactor: Transactor) {}

  async enrolOptions(ceremony: Ceremony, person: Pick<Enrolment, 'accountId' | 'username' | 'displayName'>): Promise<object> {
    refuseAddress(ceremony.site);
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const known = await this.transactor.query<{ id: string; transports: string[] }>('select credential_id as id, transports from passkey where account_id = $1 and rp_id = $2', [person.accountId, ceremony.site.rpId]);
    return generateRegistrationOptions({
      rpName: 'e-Cabinet', rpID: ceremony.site.rpId, userID: handleOf(person.accountId), userName: person.username, userDisplayName: person.displayName,
      challenge: await this.newChallenge(ceremony), attestationType: 'none', excludeCredentials: known, supportedAlgorithmIDs: ALGORITHMS, timeout: 300_000,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** @param accountId whose passkeys may answer; without it any discoverable one */
  async askOptions(ceremony: Ceremony, accountId?: string): Promise<object> {
    refuseAddress(ceremony.site);
    return this.optionsFor(ceremony.site, await this.newChallenge(ceremony), accountId);
  }

  /** Options for a challenge that says something itself, as the hash of a statement does. */
  async optionsFor(site: Site, challenge: Uint8Array<ArrayBuffer>, accountId?: string): Promise<object> {
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const known = accountId === undefined ? undefined : await this.transactor.query<{ id: string; transports: string[] }>('select credential_id as id, transports from passkey where account_id = $1 and rp_id = $2', [accountId, site.rpId]);
    return generateAuthenticationOptions({ rpID: site.rpId, challenge, userVerification: 'required', allowCredentials: known, timeout: 300_000 });
  }

  /** Checks the answer and keeps the passkey. */
  async enrol(tx: Tx, ceremony: Ceremony, { person, response }: { person: Enrolment; response: RegistrationResponseJSON }): Promise<{ credentialId: string; publicKeySha256: string; algorithm: number }> {
    const challenge = await this.useUp(ceremony, response.response.clientDataJSON);
    const verified = await verifyRegistration(response, challenge, ceremony.site);
    if (!verified.verified) throw new Refusal('passkeyRefused');
    const { credential, credentialDeviceType, credentialBackedUp } = verified.registrationInfo;
    const publicKey = Buffer.from(credential.publicKey);
    const algorithm = await algorithmOf(credential.publicKey);
    const inserted = await tx.query(
      `insert into passkey (credential_id, account_id, rp_id, public_key, algorithm, counter, transports, device_type, backed_up, name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (credential_id) do nothing returning id`,
      [credential.id, person.accountId, ceremony.site.rpId, publicKey, algorithm, credential.counter, credential.transports ?? [], credentialDeviceType, credentialBackedUp, person.name],
    );
    if (inserted.length === 0) throw new Refusal('passkeyKnown');
    return { credentialId: credential.id, publicKeySha256: createHash('sha256').update(publicKey).digest('hex'), algorithm };
  }

  /** Whose passkey answered; refuses an answer to another challenge, a wrong signature, a counter that went back. */
  async assert(ceremony: Ceremony, response: AuthenticationResponseJSON): Promise<Asserted> {
    const challenge = await this.useUp(ceremony, response.response.clientDataJSON);
    return this.verify(response, challenge, ceremony.site);
  }

  /** The same for a challenge that the caller keeps and uses up. */
  async verify(response: AuthenticationResponseJSON, challenge: string, site: Site): Promise<Asserted> {
    const [row] = await this.transactor.query<PasskeyRow>(FOUND_SQL, [response.id, site.rpId]);
    if (!row || !isOwnHandle(response.response.userHandle, row.account_id)) return refuseAnswer(row?.account_id);
    const verified = await verifyAssertion(response, challenge, { site, row });
    if (!verified.verified) return refuseAnswer(row.account_id);
    const { newCounter, credentialBackedUp } = verified.authenticationInfo;
    const counted = await this.transactor.query(
      'update passkey set counter = $2, backed_up = $3, last_used_at = now() where id = $1 and (counter < $2 or $2 = 0) returning id',
      [row.id, newCounter, credentialBackedUp],
    );
    if (counted.length === 0) return refuseAnswer(row.account_id);
    return { accountId: row.account_id, username: row.username, passkeyId: row.id, credentialId: row.credential_id, publicKey: row.public_key };
  }

  private async newChallenge({ purpose, holder }: Ceremony): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = newToken();
    await this.transactor.query(`delete from passkey_challenge where expires_at < now()`);
    await this.transactor.query(`insert into passkey_challenge (challenge, purpose, holder, expires_at) values ($1, $2, $3, now() + interval '5 minutes')`, [challenge, purpose, holder]);
    return Uint8Array.from(Buffer.from(challenge, 'base64url'));
  }

  /** A challenge is gone with the first answer to it, right or wrong: outside of any transaction that may be rolled back. */
  private async useUp({ purpose, holder }: Ceremony, clientDataJson: string): Promise<string> {
    const challenge = challengeIn(clientDataJson);
    const used = await this.transactor.query(`delete from passkey_challenge where challenge = $1 and purpose = $2 and holder = $3 and expires_at > now() returning 1`, [challenge, purpose, holder]);
    if (used.length > 0) return challenge;
    if (purpose !== 'enrol') securityEvent('signIn.failed', { way: 'passkey', accountId: 'unknown', reason: 'challenge' });
    throw new Refusal('challengeExpired');
  }
}

/** A passkey's answer that is not right. */
function refuseAnswer(accountId = 'unknown'): never {
  securityEvent('signIn.failed', { way: 'passkey', accountId });
  throw new Refusal('passkeyRefused');
}

/** WebAuthn binds keys to names; an address is none. */
function refuseAddress({ rpId }: Site): void {
  if (isIP(rpId.replace(/^\[|\]$/g, '')) !== 0) throw new Refusal('passkeyNeedsName');
}

/** The user handle: the bytes of the account's id, which says nothing about the person. */
function handleOf(accountId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex'));
}

function isOwnHandle(userHandle: string | undefined, accountId: string): boolean {
  return userHandle === undefined || userHandle === '' || Buffer.from(userHandle, 'base64url').equals(Buffer.from(handleOf(accountId)));
}

/** The challenge the browser says it answered; an empty one where the text is none. */
function challengeIn(clientDataJson: string): string {
  try {
    const parsed = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8')) as { challenge?: unknown };
    return typeof parsed.challenge === 'string' ? parsed.challenge : '';
  } catch {
    // No client data at all: it answers no challenge of ours.
    return '';
  }
}

async function verifyRegistration(response: RegistrationResponseJSON, expectedChallenge: string, site: Site): Promise<VerifiedRegistrationResponse> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    return await verifyRegistrationResponse({ response, expectedChallenge, expectedOrigin: site.origin, expectedRPID: site.rpId, requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS });
  } catch {
    // The library throws for each check that fails and for bytes that are none: all mean no.
    return { verified: false };
  }
}

async function verifyAssertion(response: AuthenticationResponseJSON, expectedChallenge: string, { site, row }: { site: Site; row: PasskeyRow }): Promise<VerifiedAuthenticationResponse | { verified: false }> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const credential = { id: row.credential_id, publicKey: Uint8Array.from(row.public_key), counter: row.counter };
  try {
    return await verifyAuthenticationResponse({ response, expectedChallenge, expectedOrigin: site.origin, expectedRPID: site.rpId, credential, requireUserVerification: true });
  } catch {
    // As above: any check that fails means no.
    return { verified: false };
  }
}

/** The algorithm number in a COSE key: label 3 (RFC 9052 7.1). */
async function algorithmOf(publicKey: Uint8Array<ArrayBuffer>): Promise<number> {
  const { decodeCredentialPublicKey } = await import('@simplewebauthn/server/helpers');
  return Number(decodeCredentialPublicKey(publicKey).get(3));
}
