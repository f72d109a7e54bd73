import { prepareApp } from '../../api/pack/app-shell';

export type PushStanding = 'on' | 'off' | 'denied' | 'impossible';

const isAble = (): boolean => import.meta.env.PROD && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

async function subscription(): Promise<PushSubscription | null> {
  if (!isAble()) return null;
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  return registration === undefined ? null : registration.pushManager.getSubscription();
}

/** Whether this browser takes push messages. */
export async function pushStanding(): Promise<PushStanding> {
  if (!isAble()) return 'impossible';
  if (Notification.permission === 'denied') return 'denied';
  return (await subscription()) === null ? 'off' : 'on';
}

/** Asks the person and the browser. @throws where either refuses */
export async function switchPushOn(key: string): Promise<{ endpoint: string; p256dh: string; auth: string }> {
  await prepareApp();
  const registration = await navigator.serviceWorker.ready;
  const { endpoint, keys } = (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
  return { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' };
}

/** The push service forgets this browser: whatever is sent to it from now on reaches nobody. */
export async function switchPushOff(): Promise<void> {
  await (await subscription())?.unsubscribe();
}
