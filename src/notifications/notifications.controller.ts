import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import { Costs } from '../http/costs.js';
import type { SignedIn } from '../identity/session-reader.js';
import { CalendarFeedsService } from './calendar/calendar-feeds.service.js';
import { DeliveriesService } from './deliveries.service.js';
import { InboxService } from './inbox.service.js';
import { AddPushDeviceDto, MadeCalendarDto, MyNotificationsDto, NotificationsDto, NotificationsQueryDto, PersonNotificationSettingDto, ReadNotificationsDto, TestNotificationDto, UnreadDto } from './notifications.dto.js';
import { NotificationSettingsService } from './settings/settings.service.js';

/** What one is told of, and how. */
@Controller('me')
@Allow('signedIn')
export class NotificationsController {
  constructor(
    private readonly inbox: InboxService,
    private readonly settings: NotificationSettingsService,
    private readonly deliveries: DeliveriesService,
    private readonly calendars: CalendarFeedsService,
  ) {}

  @Get('notifications')
  list(@CurrentActor() actor: SignedIn, @Query() { before }: NotificationsQueryDto): Promise<NotificationsDto> {
    return this.inbox.list(actor, before ?? null);
  }

  @Get('notifications/unread')
  async unread(@CurrentActor() actor: SignedIn): Promise<UnreadDto> {
    return { unread: await this.inbox.unread(actor) };
  }

  @Post('notifications/read') @HttpCode(200)
  async read(@CurrentActor() actor: SignedIn, @Body() { ids }: ReadNotificationsDto): Promise<UnreadDto> {
    await this.inbox.read(actor, ids ?? null);
    return { unread: await this.inbox.unread(actor) };
  }

  @Get('notification-settings')
  mine(@CurrentActor() actor: SignedIn): Promise<MyNotificationsDto> {
    return this.settings.mine(actor);
  }

  @Put('notification-settings')
  async setMine(@CurrentActor() actor: SignedIn, @Body() dto: PersonNotificationSettingDto): Promise<MyNotificationsDto> {
    await this.settings.setMine(actor, dto);
    return this.settings.mine(actor);
  }

  @Post('push-devices')
  async addDevice(@CurrentActor() actor: SignedIn, @Body() dto: AddPushDeviceDto, @Headers('user-agent') userAgent = ''): Promise<MyNotificationsDto> {
    await this.settings.addDevice(actor, dto, userAgent);
    return this.settings.mine(actor);
  }

  @Delete('push-devices/:id')
  async removeDevice(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MyNotificationsDto> {
    await this.settings.removeDevice(actor, id);
    return this.settings.mine(actor);
  }

  /** Sends a message to oneself by this channel, at once. */
  @Post('notification-tests') @HttpCode(204) @Costs('export')
  test(@CurrentActor() actor: SignedIn, @Body() { channel }: TestNotificationDto): Promise<void> {
    return this.deliveries.test(actor, channel);
  }

  /** Makes the address of one's calendar, or a new one: the old is gone. */
  @Post('calendar-feed')
  makeCalendar(@CurrentActor() actor: SignedIn): Promise<MadeCalendarDto> {
    return this.calendars.make(actor);
  }

  @Delete('calendar-feed') @HttpCode(204)
  endCalendar(@CurrentActor() actor: SignedIn): Promise<void> {
    return this.calendars.end(actor);
  }
}
