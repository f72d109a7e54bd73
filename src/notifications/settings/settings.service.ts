import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { found, Refusal, refuseIf } from '../../http/refusal.js';
import { demand } from '../../identity/demand.js';
import { deviceOf } from '../../identity/domain/devices.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { accountRoom, administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { ChannelsOpen } from '../delivery/channels-open.js';
import { PushKeys } from '../delivery/push-keys.js';
import { whyNotEndpoint } from '../domain/endpoints.js';
import { BodyNotificationSetting, PersonNotificationSetting, PushDevice } from '../notification.entity.js';
import type { AddPushDeviceDto, BodyNotificationSettingDto, CalendarFeedDto, MyNotificationsDto, PersonNotificationSettingDto } from '../notifications.dto.js';
import { loadBodySetting } from './body-setting.js';

const MOST_DEVICES = 20;
const MINE_SQL = `select email, phone, channels, quiet_from as "quietFrom", quiet_until as "quietUntil", digest_at as "digestAt" from person_notification_setting where account_id = $1`;
const DEVICES_SQL = 'select id, user_agent as "userAgent", created_at as at from push_device where account_id = $1 order by created_at desc';
const TIDY_SQL = 'delete from push_device where account_id = $1 and id in (select id from push_device where account_id = $1 order by created_at desc offset $2)';
const FEED_SQL = 'select created_at as since, read_at as "readAt" from calendar_feed where account_id = $1';

const UNSET: PersonNotificationSettingDto = { email: null, phone: null, channels: ['push'], quietFrom: null, quietUntil: null, digestAt: null };

/** How bodies remind, and how people want to be told. */
@Injectable()
export class NotificationSettingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
    private readonly channels: ChannelsOpen,
    private readonly keys: PushKeys,
    private readonly environment: Environment,
  ) {}

  async mine({ accountId }: SignedIn): Promise<MyNotificationsDto> {
    const [[setting], devices, [feed], { publicKey }] = await Promise.all([
      this.transactor.query<PersonNotificationSettingDto>(MINE_SQL, [accountId]),
      this.transactor.query<{ id: string; userAgent: string; at: Date }>(DEVICES_SQL, [accountId]),
      this.transactor.query<{ since: Date; readAt: Date | null }>(FEED_SQL, [accountId]),
      this.keys.pair(),
    ]);
    return {
      setting: setting ?? UNSET, open: [...this.channels.open], pushKey: publicKey, calendar: feed ? toFeedDto(feed) : null,
      devices: devices.map(({ id, userAgent, at }) => ({ id, ...deviceOf(userAgent), addedAt: at.toISOString() })),
    };
  }

  /** A channel that is wanted needs somewhere to go; half a pair of quiet hours is none. */
  async setMine(actor: SignedIn, dto: PersonNotificationSettingDto): Promise<void> {
    const isMissing = (dto.channels.includes('mail') && dto.email === null) || (dto.channels.includes('sms') && dto.phone === null);
    refuseIf(isMissing ? 'addressMissing' : null);
    const { email, phone, channels, digestAt } = dto;
    const isQuiet = dto.quietFrom !== null && dto.quietUntil !== null && dto.quietFrom !== dto.quietUntil;
    const quiet = isQuiet ? { quietFrom: dto.quietFrom, quietUntil: dto.quietUntil } : { quietFrom: null, quietUntil: null };
    await this.transactor.run(async (tx) => {
      await tx.manager.upsert(PersonNotificationSetting, { accountId: actor.accountId, email, phone, channels, digestAt, ...quiet }, ['accountId']);
      await this.tell(tx, actor, { act: 'person' });
    });
  }

  async addDevice(actor: SignedIn, { endpoint, p256dh, auth }: AddPushDeviceDto, userAgent: string): Promise<void> {
    if (!this.environment.pushToThisMachine) {
      if (!URL.canParse(endpoint)) throw new Refusal('pushEndpointBad');
      refuseIf(whyNotEndpoint(new URL(endpoint)));
    }
    await this.transactor.run(async (tx) => {
      await this.keys.keep(tx, actor.accountId, { subscription: { endpoint, keys: { p256dh, auth } }, userAgent });
      await tx.query(TIDY_SQL, [actor.accountId, MOST_DEVICES]);
      await this.tell(tx, actor, { act: 'deviceAdded' });
    });
  }

  async removeDevice(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const removed = await tx.manager.delete(PushDevice, { id, accountId: actor.accountId });
      if (removed.affected === 0) throw new Refusal('notFound');
      await this.tell(tx, actor, { act: 'deviceRemoved' });
    });
  }

  async ofBody(actor: SignedIn, bodyId: string): Promise<BodyNotificationSettingDto> {
    demand(actor, 'body.administer', bodyId);
    return this.transactor.run(async (tx) => {
      await this.demandBody(tx, bodyId);
      return loadBodySetting(tx, bodyId);
    });
  }

  async setBody(actor: SignedIn, bodyId: string, { reminders, overdueReminders, channels, titlesInCalendars }: BodyNotificationSettingDto): Promise<void> {
    demand(actor, 'body.administer', bodyId);
    await this.transactor.run(async (tx) => {
      await this.demandBody(tx, bodyId);
      const plain = reminders.map(({ unit, count }) => ({ unit, count }));
      await tx.manager.upsert(BodyNotificationSetting, { bodyId, reminders: plain, overdueReminders, channels, titlesInCalendars }, ['bodyId']);
      await this.journal.append(tx, { type: 'notification.settings', actorId: actor.accountId, bodyId, audiences: [administrators], ids: { bodyId }, facts: { act: 'body', reminders: plain.length, overdueReminders, titlesInCalendars } });
    });
  }

  private async demandBody(tx: Tx, bodyId: string): Promise<void> {
    const [body] = await tx.query('select 1 from body where id = $1', [bodyId]);
    found(body);
  }

  private tell(tx: Tx, actor: SignedIn, facts: Record<string, string>): Promise<void> {
    return this.journal.append(tx, { type: 'notification.settings', actorId: actor.accountId, bodyId: null, audiences: [accountRoom(actor.accountId)], ids: { accountId: actor.accountId }, facts });
  }
}

function toFeedDto({ since, readAt }: { since: Date; readAt: Date | null }): CalendarFeedDto {
  return { since: since.toISOString(), readAt: readAt?.toISOString() ?? null };
}
