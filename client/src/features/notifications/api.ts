import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { BodyNotificationSetting, Deliveries, MyNotifications, NotificationChannel, Notifications, PersonNotificationSetting } from '../../api/contract';
import { http } from '../../api/http';
import { bodySettingKey, deliveriesKey, inboxKey, mySettingKey } from './keys';

export const inboxQuery = infiniteQueryOptions({
  queryKey: inboxKey,
  queryFn: ({ signal, pageParam }) => http.get<Notifications>(`/me/notifications${pageParam === null ? '' : `?before=${encodeURIComponent(pageParam)}`}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ more, notifications }) => (more ? notifications.at(-1)?.at : undefined),
});
export const readNotifications = (ids: string[] | null) => http.post<{ unread: number }>('/me/notifications/read', ids === null ? {} : { ids });

export const mySettingQuery = queryOptions({ queryKey: mySettingKey, queryFn: ({ signal }) => http.get<MyNotifications>('/me/notification-settings', signal) });
export const saveMySetting = (setting: PersonNotificationSetting) => http.put<MyNotifications>('/me/notification-settings', setting);
export const addPushDevice = (device: { endpoint: string; p256dh: string; auth: string }) => http.post<MyNotifications>('/me/push-devices', device);
export const removePushDevice = (id: string) => http.delete<MyNotifications>(`/me/push-devices/${id}`);
export const sendTest = (channel: NotificationChannel) => http.post<undefined>('/me/notification-tests', { channel });
export const makeCalendar = () => http.post<{ path: string }>('/me/calendar-feed');
export const endCalendar = () => http.delete<undefined>('/me/calendar-feed');

export const bodySettingQuery = (bodyId: string) => queryOptions({ queryKey: bodySettingKey(bodyId), queryFn: ({ signal }) => http.get<BodyNotificationSetting>(`/bodies/${bodyId}/notification-settings`, signal) });
export const saveBodySetting = (bodyId: string) => (setting: BodyNotificationSetting) => http.put<BodyNotificationSetting>(`/bodies/${bodyId}/notification-settings`, setting);

export interface DeliveryFilter { state: string | null; channel: string | null; kind: string | null; q: string | null }
export const deliveriesQuery = (filter: DeliveryFilter) => infiniteQueryOptions({
  queryKey: [...deliveriesKey, filter],
  queryFn: ({ signal, pageParam }) => {
    const wanted = Object.entries({ ...filter, before: pageParam }).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '');
    return http.get<Deliveries>(`/notification-deliveries?${new URLSearchParams(wanted).toString()}`, signal);
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ more, deliveries }) => (more ? deliveries.at(-1)?.at : undefined),
});
export const retryDelivery = (id: string) => http.post<undefined>(`/notification-deliveries/${id}/retry`);
