import { http } from '../http';
import { isTooOld } from './age';
import { forgetPack, notePackOwner, packOwner } from './owner';
import { newDeviceKey } from './sealing';
import { type DeviceRow, rows } from './store';

const DAY_MS = 24 * 60 * 60_000;

function randomBytes(length: number): Uint8Array {
  return window.crypto.getRandomValues(new Uint8Array(length));
}

function newSecret(): string {
  return btoa(String.fromCharCode(...randomBytes(32))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Whether this browser can keep anything: sealing needs https, and a private window may have no storage. */
export const canKeep = (): boolean => window.isSecureContext && 'indexedDB' in window;

/** This device as it keeps papers, or null. What is too old goes, now. */
export async function keepingDevice(): Promise<DeviceRow | null> {
  if (packOwner() === null || !canKeep()) return null;
  const device = await rows.device();
  const now = Date.now();
  if (device === undefined || device.accountId !== packOwner() || isTooOld(device, now)) {
    forgetPack();
    return null;
  }
  // Not at each look: a row a minute says it well enough.
  // A device without room goes on reading: what is here opens all the same.
  if (now > device.latestAt + 60_000) await rows.putDevice({ ...device, latestAt: now }).catch(() => undefined);
  return device;
}

/** The same, made known to the server where there is none yet. */
export async function deviceFor(accountId: string): Promise<DeviceRow> {
  const known = await keepingDevice();
  if (known?.accountId === accountId) return known;
  forgetPack();
  const [id, secret] = [window.crypto.randomUUID(), newSecret()];
  const { keepDays } = await http.post<{ keepDays: number }>('/offline/devices', { id, secret });
  const now = Date.now();
  const device: DeviceRow = { id, secret, accountId, key: await newDeviceKey(), contactAt: now, latestAt: now, keepMs: keepDays * DAY_MS };
  notePackOwner(accountId);
  await rows.putDevice(device);
  return device;
}

export async function noteContact(keepDays: number): Promise<void> {
  const device = await keepingDevice();
  const now = Date.now();
  // Where there is no room for it, what must go goes all the same.
  if (device) await rows.putDevice({ ...device, contactAt: now, latestAt: Math.max(now, device.latestAt), keepMs: keepDays * DAY_MS }).catch(() => undefined);
}
