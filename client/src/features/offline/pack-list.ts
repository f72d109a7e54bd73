import { keptAnswers } from '../../api/pack/answers';
import { keepingDevice } from '../../api/pack/device';
import { type KeptPaper, keptPapers } from '../../api/pack/papers';

export interface KeptSession { id: string; title: string; titleEn: string | null; /** Of when what is known of it is. */ at: number; isWhole: boolean; papers: KeptPaper[] }
export interface PackList { deviceId: string | null; sessions: KeptSession[]; papers: KeptPaper[]; bytes: number; contactAt: number; /** When all of it goes by itself if the server is not heard of. */ goneAt: number }

interface TitledSession { id: string; title: string; titleEn: string | null }

export const isSessionAnswer = (body: unknown): body is TitledSession => typeof body === 'object' && body !== null && 'id' in body && 'title' in body && 'items' in body && Array.isArray(body.items);

export async function packList(): Promise<PackList> {
  const device = await keepingDevice();
  if (device === null) return { deviceId: null, sessions: [], papers: [], bytes: 0, contactAt: 0, goneAt: 0 };
  const [papers, answers] = [await keptPapers(), await keptAnswers()];
  const sessions = answers.flatMap(({ body, at, isWhole }) => (isSessionAnswer(body)
    ? [{ id: body.id, title: body.title, titleEn: body.titleEn, at, isWhole, papers: papers.filter(({ sessionId }) => sessionId === body.id) }] : []));
  return { deviceId: device.id, sessions: sessions.filter((session) => session.papers.length > 0), papers, bytes: papers.reduce((sum, { size }) => sum + size, 0), contactAt: device.contactAt, goneAt: device.contactAt + device.keepMs };
}
