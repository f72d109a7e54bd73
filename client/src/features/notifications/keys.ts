import type { NewsTable } from '../../realtime/news';

export const inboxKey = ['notifications'] as const;
export const unreadKey = ['notifications-unread'] as const;
export const mySettingKey = ['notification-setting'] as const;
export const bodySettingKey = (bodyId: string) => ['body-notification-setting', bodyId] as const;
export const deliveriesKey = ['notification-deliveries'] as const;

export const notificationsNews: NewsTable = {
  notification: ({ type }) => (type === 'notification.settings' ? [mySettingKey] : [inboxKey, unreadKey, deliveriesKey]),
};
