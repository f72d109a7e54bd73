import type { Queryable } from '../../database/transactor.js';
import { type Channel, CHANNELS } from '../domain/plan.js';
import type { Reminder } from '../domain/reminders.js';

export interface BodySetting {
  reminders: Reminder[];
  overdueReminders: number;
  channels: Channel[];
  titlesInCalendars: boolean;
}

/** As long as nobody has set anything: a working day before the deadline, and four hours before. */
const USUAL: BodySetting = { reminders: [{ unit: 'workingDays', count: 1 }, { unit: 'hours', count: 4 }], overdueReminders: 3, channels: [...CHANNELS], titlesInCalendars: false };

const SETTING_SQL = `select reminders, overdue_reminders as "overdueReminders", channels, titles_in_calendars as "titlesInCalendars" from body_notification_setting where body_id = $1`;

export async function loadBodySetting(from: Queryable, bodyId: string): Promise<BodySetting> {
  const [setting] = await from.query<BodySetting>(SETTING_SQL, [bodyId]);
  return setting ?? USUAL;
}
