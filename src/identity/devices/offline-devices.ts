import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Transactor, type Tx } from '../../database/transactor.js';
import { found, Refusal } from '../../http/refusal.js';
import { accountRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { SignedIn } from '../session-reader.js';
import { hashToken } from '../tokens.js';
import { OfflineDevice } from './offline-device.entity.js';

/** For one account; a browser that lost its storage leaves one behind. */
const MOST_DEVICES = 30;

/** Browsers that may keep papers. Ending a session on purpose ends the device it was seen at; running out does not. */
@Injectable()
export class OfflineDevices {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  /** The same again changes nothing. */
  async add(tx: Tx, actor: SignedIn, device: { id: string; secret: string; userAgent: string }): Promise<void> {
    const known = await tx.manager.findOneBy(OfflineDevice, { id: device.id });
    if (known) {
      if (known.accountId !== actor.accountId) throw new Refusal('notFound');
      if (known.endedAt !== null) throw new Refusal('deviceEnded');
      return;
    }
    await tx.query('delete from offline_device where account_id = $1 and id in (select id from offline_device where account_id = $1 order by ended_at is null desc, seen_at desc offset $2)', [actor.accountId, MOST_DEVICES - 1]);
    await tx.manager.insert(OfflineDevice, { id: device.id, accountId: actor.accountId, sessionId: actor.sessionId, secretHash: hashToken(device.secret), userAgent: device.userAgent.slice(0, 300), endedAt: null });
    await this.tell(tx, actor, 'identity.deviceAdded');
  }

  /** Whether the device may keep what it has; it is at this session from now on. */
  async confirm(tx: Tx, actor: SignedIn, id: string): Promise<boolean> {
    const seen = await tx.query('update offline_device set session_id = $3, seen_at = now() where id = $1 and account_id = $2 and ended_at is null returning id', [id, actor.accountId, actor.sessionId]);
    return seen.length > 0;
  }

  async end(tx: Tx, actor: SignedIn, id: string): Promise<void> {
    const ended = await tx.query<{ id: string }>('update offline_device set ended_at = now() where id = $1 and account_id = $2 and ended_at is null returning id', [id, actor.accountId]);
    found(ended[0]);
    await this.tell(tx, actor, 'identity.deviceEnded');
  }

  /** What a device learns at which nobody is signed in: whether it may keep what it has. Who does not know its secret learns the same of every device. */
  async mayKeep(id: string, secret: string): Promise<boolean> {
    const [device] = await this.transactor.query<{ hash: Buffer; mayKeep: boolean }>(
      'select d.secret_hash as hash, d.ended_at is null and not a.disabled as "mayKeep" from offline_device d join account a on a.id = d.account_id where d.id = $1', [id]);
    return device !== undefined && timingSafeEqual(device.hash, hashToken(secret)) && device.mayKeep;
  }

  private tell(tx: Tx, actor: SignedIn, type: 'identity.deviceAdded' | 'identity.deviceEnded'): Promise<void> {
    return this.journal.append(tx, { type, actorId: actor.accountId, bodyId: null, audiences: [accountRoom(actor.accountId)], ids: { accountId: actor.accountId } });
  }
}
