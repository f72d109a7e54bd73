import { hasPassed, verifyExport } from '../../src/verifier/verify.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { textPdf } from '../support/hostile-pdfs.js';
import type { Person, Schema } from '../support/person.js';

type Request = Schema['OpinionRequestDto'];

/** Sends a file; its status beside the answer. */
async function addFile(person: Person, path: string, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<{ id: string; status: number }> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name);
  const response = await fetch(`${person.cabinet.url}/api${path}`, { method: 'POST', headers: { cookie: person.cookie }, body: form });
  return { ...((await response.json()) as { id: string }), status: response.status };
}

describe('a written opinion from the draft to its end', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let officer: Person;
  let chair: Person;
  let health: Person;
  let assistant: Person;
  let seats: Map<string, string>;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, officer, chair, health, assistant] = [await cabinet.person('thu-ky'), await cabinet.person('chuyen-vien'), await cabinet.person('thu-tuong'), await cabinet.person('bo-truong-y-te'), await cabinet.person('giup-viec')];
    const rows = await cabinet.rows<{ username: string; id: string }>('select a.username, m.id from member m join account a on a.id = m.account_id where m.body_id = $1', [secretary.bodyId]);
    seats = new Map(rows.map(({ username, id }) => [username, id]));
  });
  afterAll(() => cabinet.close());

  const ASKED = ['thu-tuong', 'bo-truong-y-te', 'bo-truong-tu-phap'];
  const draft = (change: Record<string, unknown> = {}) => ({ title: 'Phiếu của vòng đời', titleEn: 'A matter', explanation: 'Giải trình', questions: [{ text: 'Đồng ý ban hành' }], memberIds: ASKED.map((each) => seats.get(each)), workingDays: 3, isPublic: true, ...change });
  const act = (person: Person, id: string, body: Record<string, unknown>) => person.do<Request>('POST', `/opinion-requests/${id}/acts`, body);
  const read = (person: Person, id: string) => person.get<Request>(`/opinion-requests/${id}`);
  const reply = async (username: string, id: string, body: Record<string, unknown>) => (await cabinet.person(username)).do<Request>('PUT', `/opinion-requests/${id}/reply`, { send: true, ...body });
  const all = ({ questions }: Request, choice = 'agree') => questions.map(({ id }) => ({ questionId: id, choice }));

  async function sent(change: Record<string, unknown> = {}): Promise<Request> {
    const { id } = await officer.do<Request>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, draft(change));
    await act(officer, id, { act: 'submit' });
    await act(chair, id, { act: 'approve' });
    return act(secretary, id, { act: 'send' });
  }

  /** Sent, answered by all as given, closed, and summarised. */
  async function summarised(answers: Record<string, Record<string, unknown>>, change: Record<string, unknown> = {}): Promise<Request> {
    const request = await sent(change);
    for (const username of ASKED) await reply(username, request.id, { answers: all(request), ...answers[username] });
    await act(secretary, request.id, { act: 'close' });
    return act(officer, request.id, { act: 'summarise', conclusion: 'Các thành viên nhất trí.', conclusionEn: 'All agree.' });
  }

  async function newSession(): Promise<string> {
    const session = { title: 'Phiên họp tới', kind: 'regular', startsAt: new Date(Date.now() + 20 * 86_400_000).toISOString(), endsAt: new Date(Date.now() + 20 * 86_400_000 + 3_600_000).toISOString(), place: 'Trụ sở Chính phủ' };
    return (await secretary.do<Schema['SessionDto']>('POST', `/bodies/${secretary.bodyId}/sessions`, session)).id;
  }

  it('is summarised by the office, seen by members only once it has ended, and adopted by the chair', async () => {
    const request = await summarised({});
    expect(request).toMatchObject({ state: 'summarised', conclusion: 'Các thành viên nhất trí.', standing: { conditions: 0, discussions: 0, whyNotAdopted: null, proposed: 'adopt' } });
    expect(await read(health, request.id)).toMatchObject({ conclusion: null, standing: null, can: { adopt: false, summarise: false } });
    expect(await secretary.refused('POST', `/opinion-requests/${request.id}/acts`, { act: 'adopt' })).toBe('403 notAllowed');
    expect(await officer.refused('POST', `/opinion-requests/${request.id}/acts`, { act: 'summarise', conclusion: ' ' })).toBe('422 conclusionMissing');
    expect(await act(chair, request.id, { act: 'adopt' })).toMatchObject({ state: 'adopted' });
    expect(await read(health, request.id)).toMatchObject({ state: 'adopted', conclusion: 'Các thành viên nhất trí.' });
    for (const [person, body] of [[chair, { act: 'rework', reason: 'x' }], [secretary, { act: 'toSession' }], [officer, { act: 'summarise', conclusion: 'x' }]] as const) expect(await person.refused('POST', `/opinion-requests/${request.id}/acts`, body)).toBe('409 requestStateForbids');
    expect((await read(officer, request.id)).history.map((step) => step.act)).toEqual(['create', 'submit', 'approve', 'send', 'close', 'summarise', 'adopt']);
    expect((await read(health, request.id)).history.map((step) => step.act)).toEqual(['send', 'close', 'summarise', 'adopt']);
  });

  it('cannot be adopted when the count rejects it, when a member sets a condition, and when one asks to discuss it', async () => {
    const request = await sent();
    for (const username of ASKED) await reply(username, request.id, { answers: all(request, 'disagree') });
    await act(secretary, request.id, { act: 'close' });
    expect(await act(officer, request.id, { act: 'summarise', conclusion: 'Không đạt' })).toMatchObject({ standing: { whyNotAdopted: 'notAdoptedByCount', proposed: 'rework' }, questions: [{ result: { outcome: 'rejected' } }] });
    expect(await chair.refused('POST', `/opinion-requests/${request.id}/acts`, { act: 'adopt' })).toBe('409 notAdoptedByCount');
    const condition = await summarised({ 'bo-truong-y-te': { comments: [{ weight: 'blocking', text: 'Bổ sung nguồn lực' }, { weight: 'remark', text: 'Sửa lỗi chính tả' }] } });
    expect(condition).toMatchObject({ standing: { conditions: 1, discussions: 0, whyNotAdopted: 'discussionAsked', proposed: 'toSession' } });
    expect(await chair.refused('POST', `/opinion-requests/${condition.id}/acts`, { act: 'adopt' })).toBe('409 discussionAsked');
    const discussed = await summarised({ 'bo-truong-y-te': { discussion: 'Cần bàn ở phiên họp' } });
    expect(await chair.refused('POST', `/opinion-requests/${discussed.id}/acts`, { act: 'adopt' })).toBe('409 discussionAsked');
  });

  it('goes to a session: its papers lie on the item, replies stand as positions and comments, and both know each other', async () => {
    const { id } = await officer.do<Request>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, draft());
    await addFile(officer, `/opinion-requests/${id}/papers`, { name: 'to-trinh.pdf', bytes: textPdf('To trinh') });
    await act(officer, id, { act: 'submit' });
    await act(chair, id, { act: 'approve' });
    const request = await act(secretary, id, { act: 'send' });
    await reply('thu-tuong', id, { answers: all(request) });
    await reply('bo-truong-y-te', id, { answers: [{ questionId: request.questions[0]?.id, choice: 'otherOpinion', text: 'Sửa Điều 5' }], comments: [{ questionId: request.questions[0]?.id, weight: 'blocking', text: 'Bổ sung nguồn lực' }, { weight: 'remark', text: 'Lỗi chính tả' }] });
    await reply('bo-truong-tu-phap', id, { answers: all(request), discussion: 'Cần bàn ở phiên họp' });
    await act(secretary, id, { act: 'close' });
    await act(officer, id, { act: 'summarise', conclusion: 'Còn ý kiến khác nhau.' });
    expect(await officer.refused('POST', `/opinion-requests/${id}/acts`, { act: 'toSession', sessionId: seats.get('thu-tuong') })).toBe('403 notAllowed');
    expect(await secretary.refused('POST', `/opinion-requests/${id}/acts`, { act: 'toSession' })).toBe('422 requestIncomplete');
    expect(await secretary.refused('POST', `/opinion-requests/${id}/acts`, { act: 'toSession', sessionId: seats.get('thu-tuong') })).toBe('404 notFound');
    const sessionId = await newSession();
    const ended = await act(secretary, id, { act: 'toSession', sessionId });
    expect(ended).toMatchObject({ state: 'toSession', item: { sessionId, title: 'Phiên họp tới' } });
    const session = await secretary.get<Schema['SessionDto']>(`/sessions/${sessionId}`);
    const item = session.items.find((each) => each.id === ended.item?.itemId);
    expect(item).toMatchObject({ title: 'Phiếu của vòng đời', kind: 'decision', summary: 'Còn ý kiến khác nhau.', papers: [{ title: 'to-trinh', state: 'draft' }] });
    expect(await secretary.get(`/items/${item?.id ?? ''}/positions`)).toEqual({ positions: expect.arrayContaining([
      expect.objectContaining({ memberId: seats.get('thu-tuong'), stand: 'noObjection' }), expect.objectContaining({ memberId: seats.get('bo-truong-y-te'), stand: 'objection', text: 'Sửa Điều 5' }),
      expect.objectContaining({ memberId: seats.get('bo-truong-tu-phap'), stand: 'wishToSpeak', text: 'Cần bàn ở phiên họp' }),
    ]) as unknown });
    const { comments } = await secretary.get<{ comments: { text: string; weight: string; author: { name: string } }[] }>(`/items/${item?.id ?? ''}/comments`);
    expect(comments.map(({ text, weight }) => `${weight} ${text}`).sort()).toEqual(['blocking Bổ sung nguồn lực', 'remark Lỗi chính tả']);
    expect(await secretary.get(`/sessions/${sessionId}/opinion-requests`)).toEqual({ requests: [{ requestId: id, itemId: item?.id, title: 'Phiếu của vòng đời', titleEn: 'A matter', isPublic: true }] });
    // The session was not sent to members yet: for them it is not there.
    expect(await health.get(`/sessions/${sessionId}/opinion-requests`)).toEqual({ requests: [] });
    expect(await read(health, id)).toMatchObject({ state: 'toSession', item: null });
    expect((await secretary.get<Schema['OpinionRequestDto']>(`/opinion-requests/${id}`)).papers).toHaveLength(1);
  });

  it('keeps the replies of a closed request off the item, where all members would read them', async () => {
    const request = await summarised({ 'bo-truong-y-te': { comments: [{ weight: 'blocking', text: 'Chỉ Văn phòng được biết' }] } }, { isPublic: false });
    const { item } = await act(chair, request.id, { act: 'toSession', sessionId: await newSession() });
    expect(await cabinet.rows('select 1 from position where item_id = $1 union all select 1 from comment where item_id = $1', [item?.itemId])).toEqual([]);
  });

  it('goes back for rework: a new draft copies all of it and is linked', async () => {
    const plain = await summarised({});
    expect(await chair.refused('POST', `/opinion-requests/${plain.id}/acts`, { act: 'rework' })).toBe('422 reasonMissing');
    const ended = await act(chair, plain.id, { act: 'rework', reason: 'Làm rõ nguồn lực' });
    expect(ended).toMatchObject({ state: 'rework' });
    const again = await read(officer, ended.reworkedIntoId ?? '');
    expect(again).toMatchObject({ state: 'draft', reworkedFromId: plain.id, title: plain.title, explanation: 'Giải trình', memberCount: 3, workingDays: 3, questions: [{ text: 'Đồng ý ban hành', result: null }] });
    expect(await health.refused('GET', `/opinion-requests/${again.id}`)).toBe('404 notFound');
    expect(await read(health, plain.id)).toMatchObject({ state: 'rework', reworkedIntoId: null });
  });

  it('asks among options: at most so many, counted on their own, silence chooses none', async () => {
    const options = [{ label: 'Phương án 1', labelEn: 'Option 1' }, { label: 'Phương án 2' }, { label: 'Phương án 3' }];
    for (const [change, why] of [[{ options: options.slice(0, 1) }, '422 optionsBad'], [{ most: 4 }, '422 optionLimitsBad'], [{ kind: 'choices' }, '422 optionsBad']] as const) {
      expect(await officer.refused('POST', `/bodies/${secretary.bodyId}/opinion-requests`, draft({ questions: [{ text: 'Chọn', kind: 'options', most: 2, ...{ options }, ...change }] }))).toBe(why);
    }
    const request = await sent({ questions: [{ text: 'Chọn', kind: 'options', options, most: 2 }, { text: 'Đồng ý' }] });
    const [among, plain] = request.questions;
    const [first, second, third] = among?.options ?? [];
    expect(among).toMatchObject({ kind: 'options', most: 2, choices: ['agree', 'otherOpinion'] });
    const said = (...selected: (string | undefined)[]) => ({ answers: [{ questionId: among?.id, choice: 'agree', selected }, { questionId: plain?.id, choice: 'agree' }] });
    expect(await health.refused('PUT', `/opinion-requests/${request.id}/reply`, { send: true, ...said(first?.id, second?.id, third?.id) })).toBe('422 selectionBad');
    expect(await health.refused('PUT', `/opinion-requests/${request.id}/reply`, { send: true, ...said() })).toBe('422 selectionBad');
    await reply('bo-truong-y-te', request.id, said(second?.id, first?.id));
    expect((await health.ask('PUT', `/opinion-requests/${request.id}/reply`, { send: true, ...said(first?.id, second?.id) })).status).toBe(200);
    expect(await health.refused('PUT', `/opinion-requests/${request.id}/reply`, { send: true, ...said(first?.id) })).toBe('409 alreadyReplied');
    await reply('thu-tuong', request.id, said(first?.id));
    await closeByDeadline(request.id);
    const closed = await read(officer, request.id);
    expect(closed.questions[0]?.result).toMatchObject({ tally: { agree: 2, deemed: 0, notAnswered: 1 }, needed: 2, outcome: 'adopted', options: [{ votes: 2, chosen: true }, { votes: 1, chosen: false }, { votes: 0, chosen: false }] });
    expect(closed.questions[1]?.result).toMatchObject({ tally: { agree: 2, deemed: 1, notAnswered: 0 } });
    expect(closed.members?.find(({ memberId }) => memberId === seats.get('bo-truong-y-te'))?.answers?.[0]?.selected).toEqual([first?.id, second?.id].sort());
  });

  async function closeByDeadline(id: string): Promise<void> {
    await cabinet.rows(`update opinion_request set due_at = now() + interval '300 milliseconds' where id = $1`, [id]);
    await cabinet.rows(`update graphile_worker._private_jobs set run_at = now() + interval '300 milliseconds' where key = $1`, [`close-opinion-request:${id}`]);
    await eventually(async () => expect((await read(secretary, id)).state).toBe('closed'));
  }

  it('lets an assistant prepare and hand up, and only the member send; what the member changed is the member’s', async () => {
    const request = await sent();
    expect(await read(assistant, request.id)).toMatchObject({ assisted: { memberId: seats.get('bo-truong-y-te') }, members: null, can: { reply: false, draft: true }, myReply: 'none' });
    const prepare = (body: object) => assistant.ask<Request>('PUT', `/opinion-requests/${request.id}/draft`, body);
    const words = { answers: all(request), comments: [{ weight: 'should', text: 'Làm rõ lộ trình' }], discussion: 'Cần bàn' };
    expect((await prepare({ ...words, handUp: false })).body).toMatchObject({ myReply: 'draft', can: { draft: true } });
    expect((await prepare({ ...words, handUp: true })).body).toMatchObject({ myReply: 'handedUp', can: { draft: false } });
    expect(await assistant.refused('PUT', `/opinion-requests/${request.id}/draft`, { ...words, handUp: true })).toBe('409 draftHandedUp');
    expect(await assistant.refused('PUT', `/opinion-requests/${request.id}/reply`, { ...words, send: true })).toBe('403 notAllowed');
    expect(await health.refused('PUT', `/opinion-requests/${request.id}/draft`, { ...words, handUp: true })).toBe('403 notAllowed');
    expect(JSON.stringify(await read(secretary, request.id))).not.toContain('Làm rõ lộ trình');
    const mine = await read(health, request.id);
    expect(mine).toMatchObject({ myReply: 'handedUp', myComments: [{ text: 'Làm rõ lộ trình', weight: 'should' }], myDiscussion: 'Cần bàn', prepared: { by: { name: 'Trợ lý Bộ trưởng Bộ Y tế' }, isEdited: false } });
    expect(mine.prepared?.handedUpAt).not.toBeNull();
    await health.do('PUT', `/opinion-requests/${request.id}/reply`, { answers: all(request, 'disagree'), send: false });
    expect(await read(assistant, request.id)).toMatchObject({ myReply: 'none', myAnswers: [], can: { draft: true } });
    expect(await assistant.refused('PUT', `/opinion-requests/${request.id}/draft`, { ...words, handUp: false })).toBe('409 draftTaken');
    expect(await reply('bo-truong-y-te', request.id, { answers: all(request), comments: words.comments })).toMatchObject({ myReply: 'sent', prepared: { by: { name: 'Trợ lý Bộ trưởng Bộ Y tế' } } });
    expect(await read(assistant, request.id)).toMatchObject({ myReply: 'sent', myAnswers: [], myComments: [], can: { draft: false } });
    expect(await assistant.refused('PUT', `/opinion-requests/${request.id}/draft`, { ...words, handUp: false })).toBe('409 alreadyReplied');
  });

  it('shows an assistant nothing once the member or the role is gone, and lets the member choose', async () => {
    const request = await sent();
    const other = await cabinet.person('bo-truong-tu-phap');
    expect((await other.get<Schema['AssistantsDto']>(`/bodies/${other.bodyId}/my-assistants`)).assistants).toEqual([]);
    const [mine] = (await health.get<Schema['AssistantsDto']>(`/bodies/${health.bodyId}/my-assistants`)).assistants;
    expect(mine).toMatchObject({ name: 'Trợ lý Bộ trưởng Bộ Y tế', memberId: seats.get('bo-truong-y-te') });
    expect(await other.refused('PUT', `/bodies/${other.bodyId}/my-assistants`, { accountIds: [mine?.accountId] })).toBe('404 notFound');
    await health.do('PUT', `/bodies/${health.bodyId}/my-assistants`, { accountIds: [] });
    expect(await assistant.refused('GET', `/opinion-requests/${request.id}`)).toBe('404 notFound');
    expect((await assistant.get<Schema['RequestsDto']>(`/bodies/${assistant.bodyId}/opinion-requests`)).requests).toEqual([]);
    const administrator = await cabinet.person('quan-tri');
    await administrator.do('PUT', `/bodies/${health.bodyId}/assistants/${mine?.accountId ?? ''}`, { memberId: seats.get('bo-truong-y-te') });
    expect(await read(assistant, request.id)).toMatchObject({ can: { draft: true } });
    expect(await officer.refused('PUT', `/bodies/${health.bodyId}/assistants/${mine?.accountId ?? ''}`, {})).toBe('403 notAllowed');
  });

  it('takes files with a reply, shown to who sees the reply and to nobody before', async () => {
    const request = await sent();
    const path = `/opinion-requests/${request.id}/reply-files`;
    const file = await addFile(health, path, { name: 'gop-y.pdf', bytes: textPdf('Gop y') });
    expect((await addFile(health, path, { name: 'lan-hai.pdf', bytes: textPdf('Gop y') })).status).toBe(409);
    expect((await addFile(health, path, { name: 'la.pdf', bytes: new TextEncoder().encode('không phải PDF') })).status).toBe(422);
    expect(await read(health, request.id)).toMatchObject({ myFiles: [{ fileName: 'gop-y.pdf', pages: 1 }] });
    const address = `/reply-files/${file.id}/file`;
    for (const person of [secretary, chair, assistant, await cabinet.person('bo-truong-tu-phap')]) expect(await person.refused('GET', address)).toBe('404 notFound');
    await reply('bo-truong-y-te', request.id, { answers: all(request) });
    expect(await secretary.refused('GET', address)).toBe('404 notFound');
    expect(await health.refused('DELETE', `/reply-files/${file.id}`)).toBe('409 alreadyReplied');
    await closeByDeadline(request.id);
    for (const person of [secretary, chair, health, await cabinet.person('bo-truong-tu-phap')]) expect((await fetch(`${cabinet.url}/api${address}`, { headers: { cookie: person.cookie } })).status).toBe(200);
    expect((await read(chair, request.id)).members?.find(({ memberId }) => memberId === seats.get('bo-truong-y-te'))?.files).toMatchObject([{ fileName: 'gop-y.pdf' }]);
  });

  it('extends without opening a reply that was sent, and tells why in the history', async () => {
    const request = await sent();
    await reply('bo-truong-y-te', request.id, { answers: all(request) });
    await act(secretary, request.id, { act: 'extend', workingDays: 2, reason: 'Nghỉ lễ' });
    expect(await health.refused('PUT', `/opinion-requests/${request.id}/reply`, { send: true, answers: all(request, 'disagree') })).toBe('409 alreadyReplied');
    expect((await read(health, request.id)).history.at(-1)).toMatchObject({ act: 'extend', reason: 'Nghỉ lễ' });
    await closeByDeadline(request.id);
    expect((await read(secretary, request.id)).history.at(-1)).toMatchObject({ act: 'close', by: null });
  });

  it('is kept as a template, begun from it, renamed and removed', async () => {
    const { id } = await officer.do<Request>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, draft({ questions: [{ text: 'Chọn', kind: 'options', options: [{ label: 'A' }, { label: 'B' }], most: 1 }] }));
    await officer.do('POST', `/opinion-requests/${id}/template`, { name: 'Mẫu nghị định' });
    const list = async () => (await secretary.get<Schema['RequestTemplatesDto']>(`/bodies/${secretary.bodyId}/opinion-templates`)).templates;
    const [template] = await list();
    expect(template).toMatchObject({ name: 'Mẫu nghị định', title: 'Phiếu của vòng đời', questions: [{ kind: 'options', options: [{ label: 'A' }, { label: 'B' }], most: 1 }], workingDays: 3 });
    expect(template?.memberIds).toHaveLength(3);
    await officer.do('PATCH', `/opinion-templates/${template?.id ?? ''}`, { name: 'Mẫu mới' });
    expect((await list()).map(({ name }) => name)).toEqual(['Mẫu mới']);
    for (const person of [health, assistant]) expect(await person.refused('GET', `/bodies/${secretary.bodyId}/opinion-templates`)).toBe('403 notAllowed');
    await secretary.do('DELETE', `/opinion-templates/${template?.id ?? ''}`);
    expect(await list()).toEqual([]);
  });

  it('is proved by its export: options, comments, the wish to discuss, files and the end; a changed comment or end is found', async () => {
    const request = await sent({ questions: [{ text: 'Chọn', kind: 'options', options: [{ label: 'A' }, { label: 'B' }], most: 1 }, { text: 'Đồng ý' }] });
    await addFile(health, `/opinion-requests/${request.id}/reply-files`, { name: 'gop-y.pdf', bytes: textPdf('Gop y') });
    const [among, plain] = request.questions;
    const answers = [{ questionId: among?.id, choice: 'agree', selected: [among?.options[0]?.id] }, { questionId: plain?.id, choice: 'agree' }];
    await reply('thu-tuong', request.id, { answers });
    await reply('bo-truong-y-te', request.id, { answers, comments: [{ questionId: plain?.id, weight: 'should', text: 'Làm rõ' }, { weight: 'remark', text: 'Lỗi chính tả' }] });
    await reply('bo-truong-tu-phap', request.id, { answers, discussion: 'Cần bàn' });
    await act(secretary, request.id, { act: 'close' });
    await act(officer, request.id, { act: 'summarise', conclusion: 'Đưa ra phiên họp' });
    await act(secretary, request.id, { act: 'toSession', sessionId: await newSession() });
    const exported = await eventually(async () => {
      const text = JSON.stringify(await secretary.get(`/opinion-requests/${request.id}/export`));
      expect(text).toContain('"act":"toSession"'.replaceAll('"', '\\"'));
      return text;
    });
    expect(verifyExport(exported).checks.flatMap(({ findings }) => findings.failures)).toEqual([]);
    const changed: [string, string][] = [['"text":"Làm rõ"', '"text":"Không cần làm rõ"'], ['"state":"toSession"', '"state":"adopted"'], ['"weight":"discussion"', '"weight":"remark"']];
    for (const [from, to] of changed) {
      expect(exported).toContain(from);
      expect([from, hasPassed(verifyExport(exported.replace(from, to)))]).toEqual([from, false]);
    }
  });

  it('leaves no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
