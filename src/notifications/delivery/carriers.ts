import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { isUrgent } from '../domain/occasions.js';
import type { Channel } from '../domain/plan.js';
import { ChannelsOpen } from './channels-open.js';
import { MailCarrier } from './mail.js';
import { messageOf } from './message.js';
import { type Carrier, type Outcome, refused } from './outcome.js';
import { PushCarrier } from './push.js';
import type { Taken } from './queue.js';
import { SmsCarrier } from './sms.js';

/** Who carries what: each channel has its own. */
@Injectable()
export class Ways {
  constructor(
    readonly mail: MailCarrier,
    readonly push: PushCarrier,
    readonly sms: SmsCarrier,
  ) {}
}

@Injectable()
export class Carriers {
  private readonly all: Record<Channel, Carrier>;

  constructor(
    private readonly channels: ChannelsOpen,
    ways: Ways,
    private readonly environment: Environment,
  ) {
    this.all = { mail: ways.mail, push: ways.push, sms: ways.sms };
  }

  /** Puts it into words and hands it over. */
  async carry({ id, channel, accountId, email, phone, language, kind, ...of }: Taken): Promise<Outcome> {
    if (!this.channels.has(channel)) return refused('channelOff', true);
    const message = messageOf({ kind, language, ...of }, this.environment.linkBase);
    return this.all[channel].carry({ id, accountId, email, phone, language, urgent: isUrgent(kind), message });
  }
}
