import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../../api/contract';
import { dropAnswer, keepAnswer, type KeptAnswer, keptAnswers } from '../../api/pack/answers';
import { keepingDevice, noteContact } from '../../api/pack/device';
import { oneAtATime } from '../../api/pack/lock';
import { forgetPack } from '../../api/pack/owner';
import { type KeptPaper, KeepFailure, keptPapers, sweepPieces, type WantedPaper } from '../../api/pack/papers';
import { type DeviceRow, rows } from '../../api/pack/store';
import { asRefusal, Refusal } from '../../api/refusal';
import { askMayKeep, checkCopies } from './api';
import { packListKey } from './keys';
import { isSessionAnswer } from './pack-list';
import { papersOf } from './papers-of';
import { tidyAnswers } from './remove';
import { freshAnswer, keepAll } from './take';

export interface Synced { /** The device was ended from elsewhere: nothing is left. */ isEnded: boolean; dropped: number; brought: number; /** A newer version is out and could not be kept. */ isFull: boolean }
const NOTHING: Synced = { isEnded: false, dropped: 0, brought: 0, isFull: false };

/** Asks the server what this device may still hold; lets the rest go, and brings what is newer. */
export const syncPack = (client: QueryClient): Promise<Synced> => oneAtATime(async () => {
  const device = await keepingDevice();
  if (device === null) return NOTHING;
  const papers = await keptPapers();
  const { mayKeep, drop, newer, keepDays } = await checkCopies({ deviceId: device.id, versionIds: papers.map(({ versionId }) => versionId) });
  if (!mayKeep) {
    forgetPack();
    await client.invalidateQueries({ queryKey: packListKey });
    return { ...NOTHING, isEnded: papers.length > 0 };
  }
  await noteContact(keepDays);
  for (const versionId of drop) await rows.dropPaper(versionId);
  await sweepPieces();
  const left = papers.filter(({ versionId }) => !drop.includes(versionId));
  const sessions = await refreshed(client, left);
  await tidyAnswers(new Set());
  const brought = await bring(device, wantedNow(sessions, left, newer.map(({ versionId }) => versionId)));
  for (const { versionId, newest } of newer) if (brought.here.has(newest.versionId)) await rows.dropPaper(versionId);
  await client.invalidateQueries({ queryKey: packListKey });
  return { isEnded: false, dropped: drop.length, brought: brought.count, isFull: brought.isFull };
});

interface Known { session: Session; isWhole: boolean }

/** The sessions as they are now. One that is not there for this person any more goes. */
async function refreshed(client: QueryClient, papers: readonly KeptPaper[]): Promise<Known[]> {
  const known: Known[] = [];
  for (const answer of (await keptAnswers()).filter(({ body }) => isSessionAnswer(body))) {
    const body = await freshAnswer(client, answer).catch((error: unknown) => {
      if (asRefusal(error).status === 404) return null;
      throw error;
    });
    if (body !== null) {
      // Without room the older answer stays.
      await keepAnswer({ ...answer, body, at: Date.now() }).catch(() => undefined);
      known.push({ session: body as Session, isWhole: answer.isWhole });
    } else await dropSession(answer, papers);
  }
  return known;
}

async function dropSession({ body, queryKey }: KeptAnswer, papers: readonly KeptPaper[]): Promise<void> {
  const sessionId = isSessionAnswer(body) ? body.id : '';
  for (const paper of papers.filter((each) => each.sessionId === sessionId)) await rows.dropPaper(paper.versionId);
  await dropAnswer(queryKey);
}

/** Newer versions of what is here, and papers that were added to a session that came whole. */
function wantedNow(sessions: readonly Known[], papers: readonly KeptPaper[], old: readonly string[]): WantedPaper[] {
  const here = new Set(papers.map(({ versionId }) => versionId));
  const replaced = new Set(papers.filter(({ versionId }) => old.includes(versionId)).map(({ paperId }) => paperId));
  return sessions.flatMap(({ session, isWhole }) => papersOf(session).filter(({ paperId, versionId }) => !here.has(versionId) && (isWhole || replaced.has(paperId))));
}

async function bring(device: DeviceRow, wanted: WantedPaper[]): Promise<{ count: number; here: ReadonlySet<string>; isFull: boolean }> {
  const isFull = wanted.length > 0 && !(await keepAll(device, wanted, { signal: new AbortController().signal, onBytes: () => undefined }).then(() => true).catch((error: unknown) => {
    if (error instanceof KeepFailure) return false;
    // The network broke, or a paper went meanwhile: the next contact goes on.
    if (error instanceof Refusal) return true;
    throw error;
  }));
  const here = new Set((await rows.papers()).map(({ versionId }) => versionId));
  return { count: wanted.filter(({ versionId }) => here.has(versionId)).length, here, isFull };
}

/** Where nobody is signed in: a device that was ended lets go of everything. Without an answer it is asked again next time. */
export async function letGoIfEnded(): Promise<void> {
  const device = await keepingDevice().catch(() => null);
  if (device === null) return;
  const mayKeep = await askMayKeep({ id: device.id, secret: device.secret }).catch(() => true);
  if (!mayKeep) forgetPack();
}
