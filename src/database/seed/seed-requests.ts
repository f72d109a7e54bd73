import { Journal } from '../../journal/journal.js';
import { ClosingService } from '../../opinions/closing.service.js';
import { RepliesService } from '../../opinions/replies.service.js';
import { RequestReaderService } from '../../opinions/request-reader.service.js';
import { RequestsService } from '../../opinions/requests.service.js';
import { SEED_PAPERS } from './documents/catalogue.js';
import type { SeedDocument } from './documents/seed-document.js';
import { GOVERNMENT_SEATS } from './people.js';
import type { SeedContext } from './seed-context.js';

interface SeedRequest {
  title: string;
  titleEn: string;
  explanation: string;
  questions: { text: string; textEn: string }[];
  papers: readonly SeedDocument[];
  /** How many members have answered. */
  answered: number;
}

const DROUGHT: SeedRequest = {
  title: 'Hỗ trợ khẩn cấp phòng, chống hạn hán, thiếu nước tại miền Trung và Tây Nguyên', titleEn: 'Emergency support against drought in the Central region and the Central Highlands',
  explanation: 'Căn cứ Quy chế làm việc của Chính phủ, đề nghị các thành viên Chính phủ cho ý kiến bằng văn bản.',
  questions: [{ text: 'Đồng ý trích dự phòng ngân sách trung ương để hỗ trợ khẩn cấp các địa phương', textEn: 'Agree to use the central budget reserve for emergency support of the provinces' }],
  papers: SEED_PAPERS.requests.drought, answered: 19,
};

const PROCEDURES: SeedRequest = {
  title: 'Dự thảo Nghị định sửa đổi các quy định về kiểm soát thủ tục hành chính', titleEn: 'Draft decree revising the control of administrative procedures',
  explanation: 'Đề nghị các thành viên Chính phủ cho ý kiến đối với dự thảo Nghị định và những nội dung còn ý kiến khác nhau.',
  questions: [
    { text: 'Đồng ý ban hành Nghị định theo dự thảo', textEn: 'Agree to issue the decree as drafted' },
    { text: 'Đồng ý giao Văn phòng Chính phủ chủ trì vận hành Cổng dịch vụ công quốc gia', textEn: 'Agree that the Government Office runs the national public service portal' },
  ],
  papers: SEED_PAPERS.requests.procedures, answered: 8,
};

/** A request of June 2019 whose deadline passed with eight members silent: under the regulation of 2016 that is no answer. */
export async function seedOverdueRequest(context: SeedContext, bodyId: string): Promise<void> {
  const id = await sendRequest(context, bodyId, DROUGHT);
  await context.query(`update opinion_request set created_at = '2019-06-10T02:00:00Z', sent_at = '2019-06-10T03:00:00Z', due_at = '2019-06-17T10:00:00Z' where id = $1`, [id]);
  await context.query(`update opinion_member set answered_at = '2019-06-14T03:00:00Z' where request_id = $1 and answered_at is not null`, [id]);
  await context.query(`update paper_version set released_at = '2019-06-10T03:00:00Z', uploaded_at = '2019-06-10T02:30:00Z', late = false where paper_id in (select id from paper where request_id = $1)`, [id]);
  await context.app.get(ClosingService).closeWhenDue(id);
  await context.query(`update opinion_request set closed_at = due_at where id = $1`, [id]);
  // The log says that these times were set, so that whoever checks it does not take them for tampering.
  const dates = { act: 'dated', sentAt: '2019-06-10T03:00:00.000Z', dueAt: '2019-06-17T10:00:00.000Z', closedAt: '2019-06-17T10:00:00.000Z', answeredAt: '2019-06-14T03:00:00.000Z' };
  await context.transactor.run((tx) => context.app.get(Journal).append(tx, { type: 'request.changed', actorId: null, bodyId, audiences: [], ids: { bodyId, requestId: id }, facts: dates }));
}

/** A request that is open now, under the regulation of today. */
export async function seedOpenRequest(context: SeedContext, bodyId: string): Promise<void> {
  const id = await sendRequest(context, bodyId, PROCEDURES);
  await context.query(`update paper_version set late = false where paper_id in (select id from paper where request_id = $1)`, [id]);
}

async function sendRequest(context: SeedContext, bodyId: string, wanted: SeedRequest): Promise<string> {
  const [requests, replies, reader] = [context.app.get(RequestsService), context.app.get(RepliesService), context.app.get(RequestReaderService)];
  const [secretary, chair] = [await context.actor('thu-ky'), await context.actor('thu-tuong')];
  const members = await context.transactor.query<{ id: string }>('select m.id from member m join seat s on s.id = m.seat_id where m.body_id = $1 order by s.number', [bodyId]);
  const { title, titleEn, explanation, questions } = wanted;
  const id = await requests.create(secretary, bodyId, { title, titleEn, explanation, questions, memberIds: members.map((member) => member.id), workingDays: 5, isPublic: true });
  await context.upload(secretary, { kind: 'request', id }, wanted.papers);
  await requests.act(secretary, id, { act: 'submit' });
  await requests.act(chair, id, { act: 'approve' });
  await requests.act(secretary, id, { act: 'send' });
  const asked = await reader.read(secretary, id);
  for (const [index, seat] of GOVERNMENT_SEATS.slice(1, 1 + wanted.answered).entries()) {
    const other = index === 4;
    const answers = asked.questions.map((question) => ({ questionId: question.id, choice: other ? ('otherOpinion' as const) : ('agree' as const), text: other ? 'Đề nghị làm rõ nguồn lực và lộ trình thực hiện.' : undefined }));
    const comments = other ? [{ weight: 'should' as const, text: 'Bổ sung phụ lục dự toán kinh phí.' }] : [];
    await replies.reply(await context.actor(seat.username), id, { answers, comments, send: true });
  }
  return id;
}
