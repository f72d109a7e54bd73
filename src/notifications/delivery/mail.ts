import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer';
import { Environment } from '../../config/environment.js';
import { isLoopback } from '../../config/domain/ways-out.js';
import { withoutAddresses } from '../domain/last-error.js';
import { mailText } from './message.js';
import { type Carrier, type Outcome, type Parcel, refused, SENT } from './outcome.js';

const CONNECT_MS = 8_000;
const SILENCE_MS = 15_000;
const AT_ONCE = 5;
/** A wrong password of ours is no fault of the mail: it is tried again. */
const OURS = ['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS'];

interface Mail {
  messageId: string;
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  headers: Record<string, string>;
}

/** Mail by SMTP, or into a folder where there is no server (a trial). The Message-ID follows from the delivery, so that a mail handed over twice is one mail. (RFC 5322, 3.6.4) */
@Injectable()
export class MailCarrier implements Carrier, OnApplicationShutdown {
  private readonly transport: Transporter | null;
  private readonly domain: string;

  constructor(private readonly environment: Environment) {
    this.domain = /@([^\s<>@]+)>?$/.exec(environment.mailFrom)?.[1] ?? 'e-cabinet.invalid';
    this.transport = environment.ECABINET_SMTP_URL === undefined ? null : createTransport(transportOf(new URL(environment.ECABINET_SMTP_URL)));
  }

  async carry({ id, email, language, message }: Parcel): Promise<Outcome> {
    if (email === null) return refused('noAddress', true);
    const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
    const mail = { messageId: `<${id}@${this.domain}>`, from: this.environment.mailFrom, to: { name: '', address: email }, subject: message.subject, text: mailText(message, language), headers };
    try {
      await (this.transport === null ? this.keep(mail, id) : this.transport.sendMail(mail));
      return SENT;
    } catch (error) {
      return outcomeOf(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private async keep(mail: Mail, id: string): Promise<void> {
    const folder = this.environment.mailFolder;
    if (folder === null) throw new Error('mail is off');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const built = (await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(mail)) as SentMessageInfo & { message: Buffer };
    const file = path.join(folder, `${id}.eml`);
    await writeFile(`${file}.part`, built.message, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}

function transportOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:';
  return {
    host: hostname, port: port === '' ? (secure ? 465 : 587) : Number(port), secure,
    // Never in the clear over a network, and never with a server nobody checks. (ASVS 12.3.1)
    requireTLS: !secure && !isLoopback(hostname),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    pool: true as const, maxConnections: AT_ONCE, maxMessages: 1_000, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS,
    disableFileAccess: true, disableUrlAccess: true,
  };
}

function outcomeOf(error: unknown): Outcome {
  const { message, code, responseCode } = error as Partial<{ message: string; code: string; responseCode: number }>;
  const isFinal = typeof responseCode === 'number' && responseCode >= 500 && !OURS.includes(code ?? '');
  return refused(withoutAddresses(message ?? String(error)), isFinal);
}
