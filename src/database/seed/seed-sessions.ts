import { AgendaService } from '../../agenda/agenda.service.js';
import { GuestsService } from '../../agenda/guests/guests.service.js';
import { PositionsService } from '../../agenda/positions.service.js';
import type { ItemKind, Stand } from '../../agenda/domain/agenda.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { Journal } from '../../journal/journal.js';
import { CommentsService } from '../../papers/comments.service.js';
import { AttendanceService } from '../../sessions/attendance.service.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { BallotGatherer } from '../../voting/ballot-gatherer.js';
import { MotionActsService } from '../../voting/motion-acts.service.js';
import { MotionsService } from '../../voting/motions.service.js';
import { SEED_PAPERS } from './documents/catalogue.js';
import type { SeedDocument } from './documents/seed-document.js';
import { COMMITTEE_SEATS, GOVERNMENT_SEATS, GUESTS } from './people.js';
import type { SeedContext } from './seed-context.js';

interface SeedItem {
  title: string;
  titleEn: string;
  kind: ItemKind;
  sponsor: string;
  minutes: number;
  summary?: string;
  papers: readonly SeedDocument[];
}

const JUNE = SEED_PAPERS.june;
const MAY = SEED_PAPERS.may;

const JUNE_ITEMS: SeedItem[] = [
  {
    title: 'Dự thảo Nghị quyết về Hệ thống thông tin phục vụ họp và xử lý công việc của Chính phủ (e-Cabinet)', titleEn: 'Draft resolution on the information system for meetings and work of the Government (e-Cabinet)',
    kind: 'decision', sponsor: 'Văn phòng Chính phủ', minutes: 10, papers: JUNE.eCabinet,
    summary: 'Thông qua Nghị quyết triển khai Hệ thống e-Cabinet: họp không giấy tờ, cho ý kiến và biểu quyết điện tử, kể cả từ xa. Tài liệu đã gửi trước; không trình bày lại tại phiên họp.',
  },
  { title: 'Tình hình kinh tế – xã hội tháng 6 và 6 tháng đầu năm 2019', titleEn: 'Socio-economic situation in June and the first half of 2019', kind: 'information', sponsor: 'Bộ Kế hoạch và Đầu tư', minutes: 30, papers: JUNE.economy },
  { title: 'Đề nghị xây dựng dự án Luật Doanh nghiệp (sửa đổi)', titleEn: 'Proposal for a revised Law on Enterprises', kind: 'decision', sponsor: 'Bộ Kế hoạch và Đầu tư', minutes: 20, papers: JUNE.enterpriseLaw },
  { title: 'Dự thảo Nghị định quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước', titleEn: 'Draft decree on managing, connecting and sharing digital data of state bodies', kind: 'decision', sponsor: 'Bộ Thông tin và Truyền thông', minutes: 15, papers: JUNE.dataDecree },
  { title: 'Công tác cải cách hành chính 6 tháng đầu năm 2019', titleEn: 'Administrative reform in the first half of 2019', kind: 'information', sponsor: 'Bộ Nội vụ', minutes: 10, papers: JUNE.reform },
  { title: 'Công tác tiếp công dân, giải quyết khiếu nại, tố cáo', titleEn: 'Receiving citizens and settling complaints', kind: 'information', sponsor: 'Thanh tra Chính phủ', minutes: 10, papers: JUNE.complaints },
  { title: 'Tình hình giải ngân vốn đầu tư công', titleEn: 'Disbursement of public investment', kind: 'oral', sponsor: 'Bộ Tài chính', minutes: 10, papers: JUNE.investment },
];

const MAY_ITEMS: SeedItem[] = [
  { title: 'Tình hình kinh tế – xã hội tháng 5 và 5 tháng đầu năm 2019', titleEn: 'Socio-economic situation in May 2019', kind: 'information', sponsor: 'Bộ Kế hoạch và Đầu tư', minutes: 30, papers: MAY.economy },
  { title: 'Dự thảo Nghị quyết phiên họp Chính phủ thường kỳ tháng 5 năm 2019', titleEn: 'Draft resolution of the regular session of May 2019', kind: 'decision', sponsor: 'Văn phòng Chính phủ', minutes: 15, papers: MAY.resolution },
];

const PROVINCE = SEED_PAPERS.province;
const COMMITTEE_ITEMS: SeedItem[] = [
  { title: 'Tình hình kinh tế – xã hội 6 tháng đầu năm 2019 của tỉnh', titleEn: 'Socio-economic situation of the province, first half of 2019', kind: 'information', sponsor: 'Sở Kế hoạch và Đầu tư', minutes: 30, papers: PROVINCE.economy },
  { title: 'Kế hoạch xây dựng chính quyền điện tử của tỉnh', titleEn: 'Plan for e-government of the province', kind: 'decision', sponsor: 'Sở Nội vụ', minutes: 20, papers: PROVINCE.plan },
  { title: 'Dự thảo Quyết định của Ủy ban nhân dân tỉnh', titleEn: 'Draft decision of the People’s Committee', kind: 'decision', sponsor: 'Văn phòng UBND tỉnh', minutes: 15, papers: PROVINCE.decision },
];

interface SeedSession {
  bodyId: string;
  title: string;
  titleEn: string;
  kind: 'regular' | 'thematic' | 'adHoc';
  startsAt: string;
  endsAt: string;
  place: string;
  /** When its papers went out. */
  released: string;
  items: SeedItem[];
  secretary: string;
  chair: string;
}

interface Made {
  sessionId: string;
  itemIds: string[];
  secretary: SignedIn;
  chair: SignedIn;
}

/** The session of 24 June 2019, invited and read, ready to be opened: six absent with approved absence and substitutes. */
export async function seedJuneSession(context: SeedContext, bodyId: string): Promise<void> {
  const made = await makeSession(context, {
    bodyId, title: 'Phiên họp Chính phủ ngày 24/6/2019: khai trương Hệ thống e-Cabinet', titleEn: 'Government session of 24 June 2019: launch of the e-Cabinet', kind: 'thematic',
    startsAt: '2019-06-24T01:00:00Z', endsAt: '2019-06-24T04:30:00Z', place: 'Phòng họp Chính phủ, số 1 Hoàng Hoa Thám, Hà Nội', released: '2019-06-14T03:00:00Z',
    items: JUNE_ITEMS, secretary: 'thu-ky', chair: 'thu-tuong',
  });
  const [first = '', second = '', third = '', fourth = ''] = made.itemIds;
  await context.app.get(MotionsService).prepare(made.secretary, first, {
    question: 'Thông qua Nghị quyết của Chính phủ về Hệ thống thông tin phục vụ họp và xử lý công việc của Chính phủ (e-Cabinet)', questionEn: 'Adopt the Government’s resolution on the e-Cabinet information system',
  });
  await answerInvitations(context, made);
  const invited = GUESTS.find((guest) => guest.for === null);
  if (invited) await context.app.get(GuestsService).invite(made.secretary, made.sessionId, { organisation: 'Bộ Công Thương', accountId: (await context.actor(invited.username)).accountId, itemIds: [third] });
  await takePositions(context, { second, third, fourth, first });
}

/** A session of May 2019 that is over, with a vote that was published. */
export async function seedMaySession(context: SeedContext, bodyId: string): Promise<void> {
  const made = await makeSession(context, {
    bodyId, title: 'Phiên họp Chính phủ thường kỳ tháng 5 năm 2019', titleEn: 'Regular session of the Government, May 2019', kind: 'regular',
    startsAt: '2019-05-31T01:00:00Z', endsAt: '2019-05-31T10:00:00Z', place: 'Phòng họp Chính phủ, số 1 Hoàng Hoa Thám, Hà Nội', released: '2019-05-22T03:00:00Z',
    items: MAY_ITEMS, secretary: 'thu-ky', chair: 'thu-tuong',
  });
  await holdSession(context, made);
  await context.query(`update session set sent_at = '2019-05-22T03:00:00Z', opened_at = starts_at, ended_at = ends_at where id = $1`, [made.sessionId]);
  await context.query(`update motion set opened_at = '2019-05-31T09:20:00Z', closed_at = '2019-05-31T09:26:00Z', published_at = '2019-05-31T09:27:00Z' where session_id = $1`, [made.sessionId]);
  await context.query(`update ballot set cast_at = '2019-05-31T09:22:00Z' where motion_id in (select id from motion where session_id = $1)`, [made.sessionId]);
  // The log says that these times were set, so that whoever checks it does not take them for tampering.
  const dates = { openedAt: '2019-05-31T09:20:00.000Z', castAt: '2019-05-31T09:22:00.000Z', closedAt: '2019-05-31T09:26:00.000Z', publishedAt: '2019-05-31T09:27:00.000Z' };
  const motions = await context.transactor.query<{ id: string }>('select id from motion where session_id = $1 and published_at is not null', [made.sessionId]);
  for (const { id: motionId } of motions) {
    await context.transactor.run((tx) => context.app.get(Journal).append(tx, { type: 'motion.dated', actorId: null, bodyId, audiences: [], ids: { bodyId, sessionId: made.sessionId, motionId }, facts: dates }));
  }
  await context.query(`update attendance set checked_in_at = '2019-05-31T00:50:00Z' where session_id = $1 and checked_in_at is not null`, [made.sessionId]);
}

/** A session of the second body. */
export async function seedCommitteeSession(context: SeedContext, bodyId: string): Promise<void> {
  await makeSession(context, {
    bodyId, title: 'Phiên họp thường kỳ Ủy ban nhân dân tỉnh tháng 6 năm 2019', titleEn: 'Regular session of the People’s Committee, June 2019', kind: 'regular',
    startsAt: '2019-06-27T01:00:00Z', endsAt: '2019-06-27T04:30:00Z', place: 'Hội trường UBND tỉnh', released: '2019-06-20T03:00:00Z',
    items: COMMITTEE_ITEMS, secretary: 'ubnd-thu-ky', chair: COMMITTEE_SEATS[0]?.username ?? '',
  });
}

async function makeSession(context: SeedContext, session: SeedSession): Promise<Made> {
  const [sessions, agenda] = [context.app.get(SessionsService), context.app.get(AgendaService)];
  const [secretary, chair] = [await context.actor(session.secretary), await context.actor(session.chair)];
  const { bodyId, title, titleEn, kind, startsAt, endsAt, place } = session;
  const sessionId = await sessions.create(secretary, bodyId, { title, titleEn, kind, startsAt, endsAt, place });
  const itemIds: string[] = [];
  for (const { papers, ...item } of session.items) {
    const id = await agenda.create(secretary, sessionId, item);
    await context.upload(secretary, { kind: 'item', id }, papers);
    itemIds.push(id);
  }
  await sessions.act(secretary, sessionId, 'submit', undefined);
  await sessions.act(chair, sessionId, 'approve', undefined);
  await sessions.act(secretary, sessionId, 'send', undefined);
  await context.query('update session set sent_at = $2, created_at = $2 where id = $1', [sessionId, session.released]);
  await context.query('update paper_version set released_at = $2, uploaded_at = $2, late = false where paper_id in (select p.id from paper p join agenda_item i on i.id = p.item_id where i.session_id = $1)', [sessionId, session.released]);
  return { sessionId, itemIds, secretary, chair };
}

async function answerInvitations(context: SeedContext, { sessionId, secretary }: Made): Promise<void> {
  const attendance = context.app.get(AttendanceService);
  for (const seat of GOVERNMENT_SEATS) {
    const actor = await context.actor(seat.username);
    const memberId = actor.rights[0]?.memberId ?? '';
    if (!seat.substitute) await attendance.act(actor, sessionId, { memberId, act: 'confirm' });
    else {
      await attendance.act(actor, sessionId, { memberId, act: 'requestAbsence', reason: 'Đi công tác nước ngoài theo kế hoạch' });
      await attendance.act(secretary, sessionId, { memberId, act: 'approveAbsence' });
      const guest = GUESTS.find((each) => each.for === seat.username);
      const person = guest ? { substituteAccountId: (await context.actor(guest.username)).accountId } : { substituteName: seat.substitute };
      await attendance.act(actor, sessionId, { memberId, act: 'nameSubstitute', ...person });
    }
  }
}

async function takePositions(context: SeedContext, items: Record<'first' | 'second' | 'third' | 'fourth', string>): Promise<void> {
  const positions = context.app.get(PositionsService);
  const stands: [username: string, item: string, stand: Stand, text?: string][] = [
    ...GOVERNMENT_SEATS.slice(3, 17).map((seat): [string, string, Stand] => [seat.username, items.first, 'noObjection']),
    ['bo-truong-tu-phap', items.third, 'wishToSpeak', 'Đề nghị trao đổi thêm về phạm vi sửa đổi và đánh giá tác động.'],
    ['bo-truong-tai-chinh', items.third, 'noObjection'],
    ['bo-truong-cong-an', items.fourth, 'objection', 'Đề nghị bổ sung quy định về bảo đảm an ninh mạng khi chia sẻ dữ liệu.'],
    ['thong-doc', items.fourth, 'wishToSpeak'],
  ];
  for (const [username, itemId, stand, text] of stands) await positions.take(await context.actor(username), itemId, { stand, text });
  const comments = context.app.get(CommentsService);
  const comment = await comments.add(await context.actor('bo-truong-cong-an'), items.fourth, { text: 'Đề nghị quy định rõ trách nhiệm của cơ quan cung cấp và cơ quan sử dụng dữ liệu.', weight: 'should' });
  await comments.add(await context.actor('bo-truong-thong-tin'), items.fourth, { text: 'Xin tiếp thu, sẽ bổ sung tại Điều 12 dự thảo Nghị định.', weight: 'remark', parentId: comment.id });
  await comments.add(await context.actor('bo-truong-noi-vu'), items.first, { text: 'Thống nhất với dự thảo; đề nghị tập huấn cho bộ phận giúp việc trước ngày vận hành.', weight: 'remark' });
}

async function holdSession(context: SeedContext, { sessionId, itemIds, secretary, chair }: Made): Promise<void> {
  const [sessions, attendance, motions, ballots, agenda] = [
    context.app.get(SessionsService), context.app.get(AttendanceService), context.app.get(MotionsService), context.app.get(BallotGatherer), context.app.get(AgendaService),
  ];
  const actors = await Promise.all(GOVERNMENT_SEATS.map((seat) => context.actor(seat.username)));
  for (const actor of actors.slice(0, 25)) await attendance.act(secretary, sessionId, { memberId: actor.rights[0]?.memberId ?? '', act: 'checkIn', mode: 'room' });
  const acts = context.app.get(MotionActsService);
  await sessions.act(chair, sessionId, 'open', undefined);
  const [information = '', decision = ''] = itemIds;
  const motionId = await motions.prepare(secretary, decision, { question: 'Thông qua Nghị quyết phiên họp Chính phủ thường kỳ tháng 5 năm 2019', questionEn: 'Adopt the resolution of the regular session of May 2019' });
  await acts.open(secretary, motionId);
  const cast = actors.slice(0, 25).map((actor, index) => {
    const other = index === 17;
    return ballots.cast({ actor, motionId, choice: other ? 'otherOpinion' : 'agree', text: other ? 'Đề nghị bổ sung giải pháp thúc đẩy giải ngân vốn ODA.' : undefined });
  });
  await Promise.all(cast);
  await acts.close(secretary, motionId);
  await acts.publish(chair, motionId);
  await agenda.setOutcome(secretary, information, 'noted');
  await sessions.act(chair, sessionId, 'end', undefined);
}
