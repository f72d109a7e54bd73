import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Environment } from '../../config/environment.js';
import { Refusal, refuseIf } from '../../http/refusal.js';
import { whyNotPassword } from '../domain/passwords.js';
import { isBreached } from './breached-passwords.js';
import { PasswordHasher } from './password-hasher.js';

const LIST = path.resolve(import.meta.dirname, 'common-passwords.txt');

/** What may be a password here. The list is read with the first one that is chosen. */
@Injectable()
export class PasswordPolicy {
  private published: Promise<ReadonlySet<string>> | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly hasher: PasswordHasher,
  ) {}

  /** What is kept of a new password; refuses one that is too short, that everybody tries, or that is known from a breach. */
  async hash(password: string, username: string): Promise<string> {
    this.published ??= readList();
    const { ECABINET_CONTEXT_WORDS: words, ECABINET_BREACHED_PASSWORDS: breached } = this.environment;
    refuseIf(whyNotPassword(password, { username, words: words?.split(',') ?? [], published: await this.published }));
    if (breached !== undefined && (await isBreached(password, breached))) throw new Refusal('passwordBreached');
    return this.hasher.hash(password);
  }
}

async function readList(): Promise<ReadonlySet<string>> {
  const lines = (await readFile(LIST, 'utf8')).split('\n');
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}
