import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { DeliveriesService } from './deliveries.service.js';
import { BodyNotificationSettingDto, DeliveriesDto, DeliveriesQueryDto, MemberRemindersDto, RemindedMembersDto, RemindMembersDto } from './notifications.dto.js';
import { HandRemindersService } from './occasions/hand-reminders.service.js';
import { NotificationSettingsService } from './settings/settings.service.js';

/** Reminders of the office; settings and the state of what went out, for administrators. */
@Controller()
export class NotificationOfficeController {
  constructor(
    private readonly reminders: HandRemindersService,
    private readonly settings: NotificationSettingsService,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Get('opinion-requests/:id/reminders') @Allow('opinion.prepare')
  reminded(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MemberRemindersDto> {
    return this.reminders.list(actor, id);
  }

  /** Reminds those named whose answer is missing, or all. */
  @Post('opinion-requests/:id/reminders') @Allow('opinion.prepare') @HttpCode(200)
  async remind(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { memberIds }: RemindMembersDto): Promise<RemindedMembersDto> {
    return { people: await this.reminders.remind(actor, id, memberIds ?? null) };
  }

  @Get('bodies/:bodyId/notification-settings') @Allow('body.administer')
  ofBody(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<BodyNotificationSettingDto> {
    return this.settings.ofBody(actor, bodyId);
  }

  @Put('bodies/:bodyId/notification-settings') @Allow('body.administer')
  async setBody(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Body() dto: BodyNotificationSettingDto): Promise<BodyNotificationSettingDto> {
    await this.settings.setBody(actor, bodyId, dto);
    return this.settings.ofBody(actor, bodyId);
  }

  @Get('notification-deliveries') @Allow('accounts.administer')
  list(@Query() query: DeliveriesQueryDto): Promise<DeliveriesDto> {
    return this.deliveries.list(query);
  }

  /** Sends once more what was given up. */
  @Post('notification-deliveries/:id/retry') @Allow('accounts.administer') @HttpCode(204)
  retry(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.deliveries.retry(actor, id);
  }
}
