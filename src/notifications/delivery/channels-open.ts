import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import type { Channel } from '../domain/plan.js';

/** Which ways out this server has been given. Web push needs none: its keys are made here. */
@Injectable()
export class ChannelsOpen {
  readonly open: readonly Channel[];

  constructor({ ECABINET_SMTP_URL, ECABINET_SMS_URL, ECABINET_SMS_FILE, mailFolder }: Environment) {
    const hasMail = ECABINET_SMTP_URL !== undefined || mailFolder !== null;
    const hasSms = ECABINET_SMS_URL !== undefined || ECABINET_SMS_FILE !== undefined;
    this.open = [...(hasMail ? (['mail'] as const) : []), 'push', ...(hasSms ? (['sms'] as const) : [])];
  }

  has(channel: Channel): boolean {
    return this.open.includes(channel);
  }
}
