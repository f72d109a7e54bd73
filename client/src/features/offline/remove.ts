import type { QueryClient } from '@tanstack/react-query';
import { dropAnswer, keepAnswer, keptAnswers } from '../../api/pack/answers';
import { keepingDevice } from '../../api/pack/device';
import { oneAtATime } from '../../api/pack/lock';
import { forgetPack } from '../../api/pack/owner';
import { rows } from '../../api/pack/store';
import { endDevice, noteRemoved } from './api';
import { packListKey } from './keys';
import { isSessionAnswer } from './pack-list';

/** Takes papers off this device, also without a network: then the server hears of it at the next contact. */
export async function removeCopies(client: QueryClient, versionIds: readonly string[]): Promise<void> {
  const device = await keepingDevice();
  if (device === null) return;
  await oneAtATime(async () => {
    const gone = (await rows.papers()).filter(({ versionId }) => versionIds.includes(versionId));
    for (const { versionId } of gone) await rows.dropPaper(versionId);
    const sessions = new Set(gone.map(({ sessionId }) => sessionId));
    await tidyAnswers(sessions);
  });
  if ((await rows.papers()).length === 0) {
    forgetPack();
    await endDevice(device.id).catch(() => undefined);
  } else await noteRemoved({ deviceId: device.id, versionIds: [...versionIds] }).catch(() => undefined);
  await client.invalidateQueries({ queryKey: packListKey });
}

/** Answers that only papers needed which are gone. A session of which a paper was taken off does not bring it back by itself. */
export async function tidyAnswers(changed: ReadonlySet<string>): Promise<void> {
  const papers = await rows.papers();
  const sessions = new Set(papers.map(({ sessionId }) => sessionId));
  const versions = new Set(papers.map(({ versionId }) => versionId));
  for (const answer of await keptAnswers()) {
    const [kind, of, versionId] = answer.queryKey;
    if (kind === 'notes' && of === 'version' && !versions.has(String(versionId))) await dropAnswer(answer.queryKey);
    if (!isSessionAnswer(answer.body)) continue;
    if (!sessions.has(answer.body.id)) await dropAnswer(answer.queryKey);
    else if (answer.isWhole && changed.has(answer.body.id)) await keepAnswer({ ...answer, isWhole: false });
  }
}
