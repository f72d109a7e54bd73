import { Injectable } from '@nestjs/common';
import { appendFile } from 'node:fs/promises';
import { Environment } from '../../config/environment.js';
import { withoutAddresses } from '../domain/last-error.js';
import { smsText } from './message.js';
import { type Carrier, type Outcome, type Parcel, refused, SENT } from './outcome.js';
import { postOut } from './post-out.js';

/** Hands a short text to whoever brings it to telephones. `id` is the same at each try. */
interface SmsGateway {
  hand(sms: { id: string; to: string; text: string }): Promise<Outcome>;
}

/** An HTTP service: `POST {id, to, text}`, with the token and an Idempotency-Key; any status 2xx is taken as accepted. */
class HttpGateway implements SmsGateway {
  constructor(
    private readonly url: URL,
    private readonly token: string | undefined,
  ) {}

  async hand(sms: { id: string; to: string; text: string }): Promise<Outcome> {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': sms.id, ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }) };
    const { status } = await postOut(this.url, { headers, body: Buffer.from(JSON.stringify(sms)) });
    if (status >= 200 && status < 300) return SENT;
    return refused(`HTTP ${status}`, status === 400 || status === 404 || status === 422);
  }
}

/** A file with a line of JSON for each: for trials. */
class FileGateway implements SmsGateway {
  constructor(private readonly file: string) {}

  async hand(sms: { id: string; to: string; text: string }): Promise<Outcome> {
    await appendFile(this.file, `${JSON.stringify(sms)}\n`, { mode: 0o600 });
    return SENT;
  }
}

@Injectable()
export class SmsCarrier implements Carrier {
  private readonly gateway: SmsGateway | null;

  constructor({ ECABINET_SMS_URL: url, ECABINET_SMS_TOKEN: token, ECABINET_SMS_FILE: file }: Environment) {
    this.gateway = url !== undefined ? new HttpGateway(new URL(url), token) : file !== undefined ? new FileGateway(file) : null;
  }

  async carry({ id, phone, message }: Parcel): Promise<Outcome> {
    if (phone === null || this.gateway === null) return refused(phone === null ? 'noAddress' : 'channelOff', true);
    try {
      return await this.gateway.hand({ id, to: phone, text: smsText(message) });
    } catch (error) {
      return refused(withoutAddresses(error instanceof Error ? error.message : String(error)));
    }
  }
}
