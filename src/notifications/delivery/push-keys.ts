import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { InstallationSecret } from '../../config/secret.js';
import { Transactor, type Tx } from '../../database/transactor.js';

const PURPOSE = 'push';
const CONTEXT = 'push_key';

interface Pair {
  publicKey: string;
  privateKey: string;
}

interface Device {
  id: string;
  subscription: webPush.PushSubscription;
}

/** The installation's key pair for web push, made once and kept, and the devices that know it. */
@Injectable()
export class PushKeys {
  private known: Pair | null = null;

  constructor(
    private readonly transactor: Transactor,
    private readonly secret: InstallationSecret,
  ) {}

  async pair(): Promise<Pair> {
    this.known ??= (await this.read()) ?? (await this.make());
    return this.known;
  }

  async devicesOf(accountId: string): Promise<Device[]> {
    const rows = await this.transactor.query<{ id: string; subscription: Buffer; hash: Buffer }>('select id, subscription, endpoint_hash as hash from push_device where account_id = $1', [accountId]);
    return rows.map(({ id, subscription, hash }) => ({ id, subscription: JSON.parse(this.secret.open(PURPOSE, subscription, contextOf(hash)).toString('utf8')) as webPush.PushSubscription }));
  }

  /** A browser has one address: who signs in at it later takes it over. */
  async keep(tx: Tx, accountId: string, device: { subscription: webPush.PushSubscription; userAgent: string }): Promise<void> {
    const hash = this.secret.keyedHash(PURPOSE, device.subscription.endpoint);
    const sealed = this.secret.seal(PURPOSE, Buffer.from(JSON.stringify(device.subscription)), contextOf(hash));
    await tx.query(
      `insert into push_device (account_id, endpoint_hash, subscription, user_agent) values ($1, $2, $3, $4)
       on conflict (endpoint_hash) do update set account_id = excluded.account_id, subscription = excluded.subscription, user_agent = excluded.user_agent, created_at = clock_timestamp()`,
      [accountId, hash, sealed, device.userAgent.slice(0, 300)],
    );
  }

  private async read(): Promise<Pair | null> {
    const [row] = await this.transactor.query<{ publicKey: string; privateKey: Buffer }>('select public_key as "publicKey", private_key as "privateKey" from push_key');
    return row ? { publicKey: row.publicKey, privateKey: this.secret.open(PURPOSE, row.privateKey, CONTEXT).toString('utf8') } : null;
  }

  /** Two nodes may make one at the same moment: the first that is written is everybody's. */
  private async make(): Promise<Pair> {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    await this.transactor.query('insert into push_key (public_key, private_key) values ($1, $2) on conflict do nothing', [publicKey, this.secret.seal(PURPOSE, Buffer.from(privateKey), CONTEXT)]);
    const kept = await this.read();
    if (kept === null) throw new Error('the push key was not kept');
    return kept;
  }
}

const contextOf = (hash: Buffer): string => `push_device ${hash.toString('hex')}`;
