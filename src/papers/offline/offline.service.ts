import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { deviceOf } from '../../identity/domain/devices.js';
import { OfflineDevices } from '../../identity/devices/offline-devices.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { accountRoom, officeRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { mayCopy } from '../copies/copies.service.js';
import type { PaperVersion } from '../paper.entity.js';
import { PapersRepository } from '../papers.repository.js';
import type { OfflineCheckDto, OfflineCopiesDto, OfflineCopyDto, OfflineDevicesDto, OfflineHolderDto, OfflineRuleDto, OfflineStandsDto, OfflineTakenDto } from './offline.dto.js';

interface CopyRow {
  paperId: string;
  versionId: string;
  bodyId: string;
}

const TAKE_SQL = 'insert into taken_copy (device_id, version_id, account_id, paper_id, body_id) values ($1, $2, $3, $4, $5) on conflict do nothing returning version_id';
/** It stands beside who opened, kept and printed what. */
const ACCESS_SQL = `insert into paper_access (version_id, account_id, kind) values ($1, $2, 'taken')`;
const REMOVE_SQL = 'delete from taken_copy where device_id = $1 and account_id = $2 and version_id = any($3::uuid[]) returning paper_id as "paperId", version_id as "versionId", body_id as "bodyId"';
const OTHERS_SQL = 'select version_id as id from taken_copy where device_id = $1 and account_id = $2 and not (version_id = any($3::uuid[]))';
const NEWEST_SQL = `select distinct on (paper_id) id as "versionId", paper_id as "paperId", size from paper_version where paper_id = any($1::uuid[]) and released_at is not null order by paper_id, number desc`;
const DEVICES_SQL = `select d.id, d.user_agent as "userAgent", d.created_at as since, d.seen_at as "seenAt", (select count(*)::int from taken_copy c where c.device_id = d.id) as copies
  from offline_device d where d.account_id = $1 and d.ended_at is null order by d.seen_at desc`;

/** Copies of released papers on devices: who holds what, and what must go. The copies themselves are sealed by the device (docs/decisions/offline-pack.md). */
@Injectable()
export class OfflineService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly held: OfflineDevices,
    private readonly journal: Journal,
    private readonly environment: Environment,
  ) {}

  async devices(actor: SignedIn): Promise<OfflineDevicesDto> {
    const rows = await this.transactor.run((tx) => tx.query<Omit<OfflineHolderDto, 'browser' | 'system'> & { userAgent: string }>(DEVICES_SQL, [actor.accountId]));
    return { ...this.rule(), devices: rows.map(({ userAgent, ...row }) => ({ ...row, ...deviceOf(userAgent) })) };
  }

  async addDevice(actor: SignedIn, device: { id: string; secret: string; userAgent: string }): Promise<OfflineRuleDto> {
    this.demandOn();
    await this.transactor.run((tx) => this.held.add(tx, actor, device));
    return this.rule();
  }

  async endDevice(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => this.held.end(tx, actor, id));
  }

  async standing(id: string, secret: string): Promise<OfflineStandsDto> {
    return { mayKeep: this.environment.ECABINET_OFFLINE_DAYS > 0 && (await this.held.mayKeep(id, secret)) };
  }

  /** Writes down what leaves; what the person may not hold is not in the answer. */
  async take(actor: SignedIn, { deviceId, versionIds }: OfflineCopiesDto): Promise<OfflineTakenDto> {
    this.demandOn();
    return this.transactor.run(async (tx) => {
      if (!(await this.held.confirm(tx, actor, deviceId))) throw new Refusal('deviceEnded');
      const readable = await this.holdable(tx, actor, versionIds);
      const versions = readable.filter(({ mayCopy: may }) => may).map(({ version }) => version);
      // Who reads and takes no copies (an invitee) is told so.
      if (readable.length > 0 && versions.length === 0) throw new Refusal('copyNotAllowed');
      for (const { id, paperId, bodyId } of versions) {
        const taken = await tx.query(TAKE_SQL, [deviceId, id, actor.accountId, paperId, bodyId]);
        if (taken.length === 0) continue;
        await tx.query(ACCESS_SQL, [id, actor.accountId]);
        await this.tell(tx, actor, { type: 'copy.taken', paperId, versionId: id, bodyId });
      }
      return { ...this.rule(), copies: versions.map(({ id, paperId, size }) => ({ versionId: id, paperId, size })) };
    });
  }

  async removed(actor: SignedIn, { deviceId, versionIds }: OfflineCopiesDto): Promise<void> {
    await this.transactor.run((tx) => this.remove(tx, actor, { deviceId, versionIds }));
  }

  /** The device asks at each contact; the answer also keeps it from running out. */
  async check(actor: SignedIn, { deviceId, versionIds }: OfflineCopiesDto): Promise<OfflineCheckDto> {
    return this.transactor.run(async (tx) => {
      const mayKeep = this.environment.ECABINET_OFFLINE_DAYS > 0 && (await this.held.confirm(tx, actor, deviceId));
      if (!mayKeep) return { ...this.rule(), mayKeep, drop: versionIds, newer: [] };
      const kept = (await this.holdable(tx, actor, versionIds)).filter(({ mayCopy: may }) => may).map(({ version }) => version);
      const keptIds = new Set(kept.map(({ id }) => id));
      const drop = versionIds.filter((id) => !keptIds.has(id));
      await this.remove(tx, actor, { deviceId, versionIds: drop });
      // What it does not name it does not hold any more.
      const others = await tx.query<{ id: string }>(OTHERS_SQL, [deviceId, actor.accountId, versionIds]);
      await this.remove(tx, actor, { deviceId, versionIds: others.map(({ id }) => id) });
      const newest = new Map((await tx.query<OfflineCopyDto>(NEWEST_SQL, [kept.map(({ paperId }) => paperId)])).map((copy) => [copy.paperId, copy]));
      const newer = kept.flatMap(({ id, paperId }) => {
        const found = newest.get(paperId);
        return found === undefined || found.versionId === id ? [] : [{ versionId: id, newest: found }];
      });
      return { ...this.rule(), mayKeep, drop, newer };
    });
  }

  /** Released versions that the person may read, also where the office may see more, and whether copies of them are theirs to take. */
  private async holdable(tx: Tx, actor: SignedIn, versionIds: string[]): Promise<{ version: PaperVersion; mayCopy: boolean }[]> {
    const versions: { version: PaperVersion; mayCopy: boolean }[] = [];
    for (const id of versionIds) {
      const found = await this.papers.version(tx, actor, id).catch((error: unknown) => {
        if (error instanceof Refusal && (error.code === 'notFound' || error.code === 'notAllowed')) return null;
        throw error;
      });
      if (found !== null && found.paper.state === 'released' && found.version.releasedAt !== null) versions.push({ version: found.version, mayCopy: mayCopy(actor, found.paper, found.owner) });
    }
    return versions;
  }

  private async remove(tx: Tx, actor: SignedIn, { deviceId, versionIds }: OfflineCopiesDto): Promise<void> {
    for (const copy of await tx.query<CopyRow>(REMOVE_SQL, [deviceId, actor.accountId, versionIds])) await this.tell(tx, actor, { type: 'copy.removed', ...copy });
  }

  private tell(tx: Tx, actor: SignedIn, { type, bodyId, paperId, versionId }: CopyRow & { type: 'copy.taken' | 'copy.removed' }): Promise<void> {
    return this.journal.append(tx, { type, actorId: actor.accountId, bodyId, audiences: [officeRoom(bodyId), accountRoom(actor.accountId)], ids: { bodyId, paperId, versionId } });
  }

  private rule(): OfflineRuleDto {
    return { keepDays: this.environment.ECABINET_OFFLINE_DAYS };
  }

  private demandOn(): void {
    if (this.environment.ECABINET_OFFLINE_DAYS === 0) throw new Refusal('offlineOff');
  }
}
