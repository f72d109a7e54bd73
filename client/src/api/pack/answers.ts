import { hashKey, type QueryKey } from '@tanstack/react-query';
import { keepingDevice } from './device';
import { sealJson, unsealJson } from './sealing';
import { type AnswerRow, rows } from './store';

/** An answer of the server that pages need without a network. */
export interface KeptAnswer { queryKey: QueryKey; /** Where it is asked for. */ path: string; body: unknown; /** Of a session: all its papers come along, those that are added later too. */ isWhole: boolean; at: number }

const nameOf = (hash: string): string => `answer ${hash}`;

const isAnswer = (value: unknown): value is Omit<KeptAnswer, 'at'> => typeof value === 'object' && value !== null && 'queryKey' in value && Array.isArray(value.queryKey) && 'path' in value && typeof value.path === 'string' && 'body' in value && 'isWhole' in value;

export async function keepAnswer({ at, ...answer }: KeptAnswer): Promise<void> {
  const device = await keepingDevice();
  if (device === null) return;
  const hash = hashKey(answer.queryKey);
  await rows.putAnswer({ hash, at, sealed: await sealJson(device.key, nameOf(hash), answer) });
}

async function opened(key: CryptoKey, { hash, at, sealed }: AnswerRow): Promise<KeptAnswer | null> {
  const answer = await unsealJson(key, nameOf(hash), sealed).catch(() => null);
  return isAnswer(answer) && hashKey(answer.queryKey) === hash ? { ...answer, at } : null;
}

export async function keptAnswers(): Promise<KeptAnswer[]> {
  const device = await keepingDevice();
  if (device === null) return [];
  const kept: KeptAnswer[] = [];
  for (const row of await rows.answers()) {
    const answer = await opened(device.key, row);
    if (answer !== null) kept.push(answer);
    else await rows.dropAnswer(row.hash);
  }
  return kept;
}

/** A newer body in place of the one that is kept; nothing where none is. */
export async function renewAnswer(hash: string, body: unknown, at: number): Promise<void> {
  const device = await keepingDevice();
  const row = device === null ? undefined : await rows.answer(hash);
  const old = device === null || row === undefined ? null : await opened(device.key, row);
  if (old !== null) await keepAnswer({ ...old, body, at });
}

export const dropAnswer = (queryKey: QueryKey): Promise<unknown> => rows.dropAnswer(hashKey(queryKey));
