import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';

describe('a written opinion request', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let chair: Person;
  let members: Schema['SeatDto'][];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, chair] = [await cabinet.person('thu-ky'), await cabinet.person('thu-tuong')];
    members = (await secretary.get<Schema['SeatsDto']>(`/bodies/${secretary.bodyId}/seats`)).seats;
  });
  afterAll(() => cabinet.close());

  const memberIds = (count: number): string[] => members.slice(0, count).map((seat) => seat.member?.id ?? '');
  const draft = (change: Record<string, unknown> = {}) => ({ title: 'Dự thảo Nghị định', questions: [{ text: 'Đồng ý ban hành' }, { text: 'Đồng ý hiệu lực từ 01/01/2027' }], memberIds: memberIds(5), workingDays: 3, isPublic: true, ...change });
  const act = (person: Person, id: string, body: Record<string, unknown>) => person.do<Schema['OpinionRequestDto']>('POST', `/opinion-requests/${id}/acts`, body);

  async function sent(change: Record<string, unknown> = {}): Promise<Schema['OpinionRequestDto']> {
    const { id } = await secretary.do<Schema['OpinionRequestDto']>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, draft(change));
    await act(secretary, id, { act: 'submit' });
    await act(chair, id, { act: 'approve' });
    return act(secretary, id, { act: 'send' });
  }

  const answersTo = (request: Schema['OpinionRequestDto'], choice: string, text?: string) => ({ answers: request.questions.map((question) => ({ questionId: question.id, choice, text })), send: true });

  it('is not there for members until it is sent, and not at all for who is not asked', async () => {
    const member = await cabinet.person('pho-thu-tuong-thuong-truc');
    const { id } = await secretary.do<Schema['OpinionRequestDto']>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, draft());
    expect(await member.refused('GET', `/opinion-requests/${id}`)).toBe('404 notFound');
    await act(secretary, id, { act: 'submit' });
    expect(await secretary.refused('POST', `/opinion-requests/${id}/acts`, { act: 'approve' })).toBe('403 notAllowed');
    expect(await chair.refused('POST', `/opinion-requests/${id}/acts`, { act: 'return' })).toBe('422 reasonMissing');
    await act(chair, id, { act: 'approve' });
    const request = await act(secretary, id, { act: 'send' });
    expect(request).toMatchObject({ state: 'sent', memberCount: 5, ruleSet: { key: 'government-191-2026' } });
    expect(await member.get(`/opinion-requests/${id}`)).toMatchObject({ myReply: 'none', members: null, can: { reply: true } });
    const notAsked = await cabinet.person('thong-doc');
    expect(await notAsked.refused('GET', `/opinion-requests/${id}`)).toBe('404 notFound');
    expect(await notAsked.refused('PUT', `/opinion-requests/${id}/reply`, answersTo(request, 'agree'))).toBe('404 notFound');
  });

  it.each([
    [{ workingDays: 6 }, '422 deadlineOutsideRule'],
    [{ memberIds: ['00000000-0000-4000-8000-000000000000'] }, '422 membersUnknown'],
    [{ questions: [] }, '400 badInput'],
    [{ title: '' }, '400 badInput'],
    [{ surprise: true }, '400 badInput'],
  ])('refuses %j with %s and keeps nothing', async (change, expected) => {
    const count = async (): Promise<number> => (await secretary.get<Schema['RequestsDto']>(`/bodies/${secretary.bodyId}/opinion-requests`)).requests.length;
    const before = await count();
    expect(await secretary.refused('POST', `/bodies/${secretary.bodyId}/opinion-requests`, draft(change))).toBe(expected);
    expect(await count()).toBe(before);
  });

  it('keeps a draft to its writer, takes the reply once, and refuses a second', async () => {
    const request = await sent();
    const member = await cabinet.person('pho-thu-tuong-thuong-truc');
    const reply = (body: unknown) => member.ask<Schema['OpinionRequestDto']>('PUT', `/opinion-requests/${request.id}/reply`, body);
    const half = { answers: [{ questionId: request.questions[0]?.id, text: 'Đang cân nhắc' }], send: false };
    expect((await reply(half)).body).toMatchObject({ myReply: 'draft', myAnswers: [{ choice: null, text: 'Đang cân nhắc' }] });
    expect(JSON.stringify(await secretary.get(`/opinion-requests/${request.id}`))).not.toContain('Đang cân nhắc');
    expect(await member.refused('PUT', `/opinion-requests/${request.id}/reply`, { ...half, send: true })).toBe('422 answerMissing');
    expect(await member.refused('PUT', `/opinion-requests/${request.id}/reply`, answersTo(request, 'otherOpinion'))).toBe('422 otherOpinionNeedsText');
    expect((await reply(answersTo(request, 'agree'))).body).toMatchObject({ myReply: 'sent' });
    expect((await reply(answersTo(request, 'agree'))).status).toBe(200);
    expect(await member.refused('PUT', `/opinion-requests/${request.id}/reply`, answersTo(request, 'disagree'))).toBe('409 alreadyReplied');
    expect(await member.get(`/opinion-requests/${request.id}`)).toMatchObject({ answeredCount: null });
    expect(await secretary.get(`/opinion-requests/${request.id}`)).toMatchObject({ answeredCount: 1, questions: [{ result: null }, { result: null }] });
  });

  it('is closed at the deadline by a job; silence is deemed agreement under NĐ 191/2026, told apart', async () => {
    const request = await sent();
    const [answering, other, silent] = [await cabinet.person('pho-thu-tuong-thuong-truc'), await cabinet.person('pho-thu-tuong-ngoai-giao'), await cabinet.person('pho-thu-tuong-kinh-te-nganh')];
    await answering.do('PUT', `/opinion-requests/${request.id}/reply`, answersTo(request, 'agree'));
    await other.do('PUT', `/opinion-requests/${request.id}/reply`, answersTo(request, 'otherOpinion', 'Cần làm rõ nguồn lực'));
    expect(await secretary.refused('POST', `/opinion-requests/${request.id}/acts`, { act: 'close' })).toBe('409 requestStateForbids');
    await cabinet.rows(`update opinion_request set due_at = now() + interval '300 milliseconds' where id = $1`, [request.id]);
    await cabinet.rows(`update graphile_worker._private_jobs set run_at = now() + interval '300 milliseconds' where key = $1`, [`close-opinion-request:${request.id}`]);
    const closed = await eventually(async () => {
      const now = await secretary.get<Schema['OpinionRequestDto']>(`/opinion-requests/${request.id}`);
      expect(now.state).toBe('closed');
      return now;
    });
    expect(closed.questions[0]?.result).toMatchObject({ tally: { agree: 1, disagree: 0, otherOpinion: 1, deemed: 3, notAnswered: 0 }, members: 5, needed: 3, outcome: 'adopted', citation: 'Nghị định 191/2026/NĐ-CP' });
    expect(closed.members?.map((member) => member.state).sort()).toEqual(['answered', 'answered', 'deemed', 'deemed', 'deemed']);
    expect(await silent.refused('PUT', `/opinion-requests/${request.id}/reply`, answersTo(request, 'disagree'))).toBe('409 requestClosed');
    expect(await silent.get(`/opinion-requests/${request.id}`)).toMatchObject({ myReply: 'deemed', can: { reply: false } });
  });

  it('refuses a reply the moment the deadline has passed, before the job has run', async () => {
    const request = await sent();
    const member = await cabinet.person('pho-thu-tuong-thuong-truc');
    await cabinet.rows(`update opinion_request set due_at = now() - interval '1 millisecond' where id = $1`, [request.id]);
    expect(await member.refused('PUT', `/opinion-requests/${request.id}/reply`, answersTo(request, 'agree'))).toBe('409 requestClosed');
  });

  it('can be extended with a reason, and recalled', async () => {
    const request = await sent();
    expect(await secretary.refused('POST', `/opinion-requests/${request.id}/acts`, { act: 'extend', workingDays: 2 })).toBe('422 reasonMissing');
    const extended = await act(secretary, request.id, { act: 'extend', workingDays: 2, reason: 'Nghỉ lễ' });
    expect(Date.parse(extended.dueAt ?? '')).toBeGreaterThan(Date.parse(request.dueAt ?? ''));
    const recalled = await act(secretary, request.id, { act: 'recall', reason: 'Thay dự thảo' });
    expect(recalled).toMatchObject({ state: 'recalled', recallReason: 'Thay dự thảo' });
    const member = await cabinet.person('pho-thu-tuong-thuong-truc');
    expect(await member.refused('PUT', `/opinion-requests/${request.id}/reply`, answersTo(request, 'agree'))).toBe('409 requestClosed');
  });

  it('shows members of a closed request the result and not who said what', async () => {
    const request = await sent({ isPublic: false, memberIds: memberIds(2) });
    for (const username of ['thu-tuong', 'pho-thu-tuong-thuong-truc']) await (await cabinet.person(username)).do('PUT', `/opinion-requests/${request.id}/reply`, answersTo(request, 'agree'));
    await act(secretary, request.id, { act: 'close' });
    const member = await cabinet.person('pho-thu-tuong-thuong-truc');
    expect(await member.get(`/opinion-requests/${request.id}`)).toMatchObject({ state: 'closed', members: null, questions: [{ result: { tally: { agree: 2 } } }, {}] });
  });

  it('has in the demo one that is open and one that is overdue', async () => {
    const member = await cabinet.person('chu-nhiem-van-phong');
    const { requests } = await member.get<Schema['RequestsDto']>(`/bodies/${member.bodyId}/opinion-requests`);
    expect(requests.map((request) => request.bucket)).toEqual(expect.arrayContaining(['toAnswer', 'overdue']));
  });
});
