import { Module } from '@nestjs/common';
import { BodiesModule } from '../bodies/bodies.module.js';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { CalendarFeedsService } from './calendar/calendar-feeds.service.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { DeliveriesService } from './deliveries.service.js';
import { Carriers, Ways } from './delivery/carriers.js';
import { ChannelsOpen } from './delivery/channels-open.js';
import { DeliveryWaker } from './delivery/delivery-waker.js';
import { Digests } from './delivery/digests.js';
import { Dispatcher } from './delivery/dispatcher.js';
import { MailCarrier } from './delivery/mail.js';
import { PushKeys } from './delivery/push-keys.js';
import { PushCarrier } from './delivery/push.js';
import { DeliveryQueue } from './delivery/queue.js';
import { SmsCarrier } from './delivery/sms.js';
import { InboxService } from './inbox.service.js';
import { NotificationsController } from './notifications.controller.js';
import { Notifier } from './occasions/notifier.js';
import { HandRemindersService } from './occasions/hand-reminders.service.js';
import { OccasionReader } from './occasions/occasion-reader.js';
import { OccasionWriter } from './occasions/occasion-writer.js';
import { ReminderSweep } from './occasions/reminder-sweep.js';
import { NotificationOfficeController } from './office.controller.js';
import { NotificationSettingsService } from './settings/settings.service.js';

/** Tells people what waits for them: in the app, by mail, push and text message. */
@Module({
  imports: [BodiesModule, PapersModule, OpinionsModule],
  controllers: [NotificationsController, NotificationOfficeController, CalendarController],
  providers: [
    ChannelsOpen, DeliveryWaker, Notifier, OccasionWriter, OccasionReader, ReminderSweep, HandRemindersService,
    DeliveryQueue, Digests, MailCarrier, PushKeys, PushCarrier, SmsCarrier, Ways, Carriers, Dispatcher,
    InboxService, NotificationSettingsService, DeliveriesService, CalendarFeedsService,
  ],
})
export class NotificationsModule {}
