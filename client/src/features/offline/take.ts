import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { askAgain } from '../../api/ask-again';
import { http } from '../../api/http';
import { keepAnswer } from '../../api/pack/answers';
import { askToPersist, prepareApp } from '../../api/pack/app-shell';
import { canKeep, deviceFor } from '../../api/pack/device';
import { oneAtATime } from '../../api/pack/lock';
import { forgetPack, packOwner } from '../../api/pack/owner';
import { asFailure, KeepFailure, keepPaper, type WantedPaper } from '../../api/pack/papers';
import { type DeviceRow, rows } from '../../api/pack/store';
import { asRefusal } from '../../api/refusal';
import { noteRemoved, takeCopies } from './api';
import { packListKey } from './keys';
import { noteTaking } from './taking';

export interface WantedAnswer { queryKey: QueryKey; path: string; isWhole?: boolean }
export interface Wanted { accountId: string; sessionId: string; isWhole: boolean; papers: WantedPaper[]; answers: WantedAnswer[] }

const FRESH_MS = 60_000;

/** An answer as the server gives it now, also for the page that is open. */
export const freshAnswer = (client: QueryClient, { queryKey, path }: WantedAnswer): Promise<unknown> => askAgain(() => client.fetchQuery({ queryKey, queryFn: ({ signal }) => http.get<unknown>(path, signal), staleTime: FRESH_MS }));

/** Takes papers along, with the answers by which they are found and read; gives how many came and their bytes. What failed left nothing behind. */
export async function takeAlong(client: QueryClient, wanted: Wanted): Promise<{ count: number; bytes: number }> {
  if (!canKeep()) throw new KeepFailure('noStore');
  const controller = new AbortController();
  noteTaking({ sessionId: wanted.sessionId, versionId: wanted.isWhole ? null : wanted.papers[0]?.versionId ?? null, done: 0, count: wanted.papers.length, bytes: 0, total: wanted.papers.reduce((sum, { size }) => sum + size, 0) }, controller);
  try {
    return await oneAtATime(() => take(client, wanted, controller.signal));
  } catch (error) {
    if (asRefusal(error).code === 'deviceEnded') forgetPack();
    throw asFailure(error);
  } finally {
    noteTaking(null);
    await client.invalidateQueries({ queryKey: packListKey });
  }
}

async function take(client: QueryClient, wanted: Wanted, signal: AbortSignal): Promise<{ count: number; bytes: number }> {
  const device = await deviceFor(wanted.accountId);
  await askToPersist();
  void prepareApp();
  for (const answer of wanted.answers) {
    await keepAnswer({ queryKey: answer.queryKey, path: answer.path, isWhole: answer.isWhole ?? false, body: await freshAnswer(client, answer), at: Date.now() });
  }
  return takePapers(device, wanted, signal);
}

async function takePapers(device: DeviceRow, { papers, sessionId, isWhole }: Wanted, signal: AbortSignal): Promise<{ count: number; bytes: number }> {
  const total = papers.reduce((sum, { size }) => sum + size, 0);
  let bytes = 0;
  const tell = (done: number, more = 0) => {
    bytes += more;
    noteTaking({ sessionId, versionId: isWhole ? null : papers[0]?.versionId ?? null, done, count: papers.length, bytes, total });
  };
  return keepAll(device, papers, { signal, onBytes: (done, more) => tell(done, more) });
}

interface Keeping { signal: AbortSignal; onBytes: (done: number, bytes: number) => void }

/** The server writes down what leaves before it does; what did not come after all is taken back there. */
export async function keepAll(device: DeviceRow, papers: WantedPaper[], { signal, onBytes }: Keeping): Promise<{ count: number; bytes: number }> {
  const here = new Set((await rows.papers()).map(({ versionId }) => versionId));
  const { copies } = await takeCopies({ deviceId: device.id, versionIds: papers.map(({ versionId }) => versionId) });
  const allowed = new Set(copies.map(({ versionId }) => versionId));
  const waiting = new Set([...allowed].filter((versionId) => !here.has(versionId)));
  let done = 0;
  try {
    for (const paper of papers.filter(({ versionId }) => waiting.has(versionId))) {
      await keepPaper(device, paper, { signal, onBytes: (more) => onBytes(done, more) });
      if (packOwner() === null) throw new DOMException('left', 'AbortError');
      waiting.delete(paper.versionId);
      done += 1;
      onBytes(done, 0);
    }
  } catch (error) {
    await noteRemoved({ deviceId: device.id, versionIds: [...waiting] }).catch(() => undefined);
    throw error;
  }
  return { count: allowed.size, bytes: copies.reduce((sum, { size }) => sum + size, 0) };
}
