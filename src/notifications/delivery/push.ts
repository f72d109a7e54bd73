import { Injectable } from '@nestjs/common';
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import webPush from 'web-push';
import { Environment } from '../../config/environment.js';
import { Transactor } from '../../database/transactor.js';
import { withoutAddresses } from '../domain/last-error.js';
import { isPublicAddress, whyNotEndpoint } from '../domain/endpoints.js';
import { type Carrier, type Outcome, type Parcel, refused, SENT } from './outcome.js';
import { postOut } from './post-out.js';
import { PushKeys } from './push-keys.js';

const DAY_SECONDS = 86_400;

/** Only addresses of the open internet, looked at when the connection is made: a name that changes its mind in between gains nothing. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const wrong = error ?? (addresses.every(({ address }) => isPublicAddress(address)) ? null : new Error('the push service is at no public address'));
    const [first] = addresses ?? [];
    if (wrong || !first) return done(wrong ?? new Error('the push service has no address'), '', 4);
    if (options.all) return done(null, addresses);
    done(null, first.address, first.family);
  });
};

/** Web push to all devices of a person (RFC 8030, 8291, 8292). A device shows the same delivery once: it has the same tag and topic. */
@Injectable()
export class PushCarrier implements Carrier {
  constructor(
    private readonly environment: Environment,
    private readonly transactor: Transactor,
    private readonly keys: PushKeys,
  ) {}

  async carry(parcel: Parcel): Promise<Outcome> {
    const devices = await this.keys.devicesOf(parcel.accountId);
    if (devices.length === 0) return refused('noDevice', true);
    const outcomes: Outcome[] = [];
    for (const device of devices) outcomes.push(await this.toDevice(device, parcel));
    return outcomes.find(({ kind }) => kind === 'sent') ?? outcomes[0] ?? refused('noDevice', true);
  }

  private async toDevice({ id, subscription }: { id: string; subscription: webPush.PushSubscription }, parcel: Parcel): Promise<Outcome> {
    const { subject, line } = parcel.message;
    try {
      const url = new URL(subscription.endpoint);
      const isLocal = this.environment.pushToThisMachine;
      if (!isLocal && whyNotEndpoint(url) !== null) return refused('endpoint', true);
      const { publicKey, privateKey } = await this.keys.pair();
      const payload = JSON.stringify({ title: subject, body: line, tag: parcel.id, address: '/notifications', language: parcel.language });
      const topic = Buffer.from(parcel.id.replaceAll('-', ''), 'hex').toString('base64url');
      const { headers, body } = webPush.generateRequestDetails(subscription, payload, { vapidDetails: { subject: this.environment.pushSubject, publicKey, privateKey }, TTL: DAY_SECONDS, topic, urgency: parcel.urgent ? 'high' : 'normal' });
      const { status } = await postOut(url, { headers: headers as Record<string, string>, body: body ?? Buffer.alloc(0) }, isLocal ? undefined : publicOnly);
      if (status >= 200 && status < 300) return SENT;
      // The browser has given it up. (RFC 8030, 7.3)
      if (status === 404 || status === 410) await this.transactor.query('delete from push_device where id = $1', [id]);
      return refused(`HTTP ${status}`, status >= 400 && status < 500 && status !== 429 && status !== 401 && status !== 403);
    } catch (error) {
      return refused(withoutAddresses(error instanceof Error ? error.message : String(error)));
    }
  }
}
