import { io, type Socket } from 'socket.io-client';
import type { ChangedMessage } from '../../src/contract/live-events.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { IN_ROOM, openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

type Display = Schema['DisplayDto'];

/** What nobody may find on a wall, wherever in the answer: the texts of papers, comments, reasons and other opinions. */
const OTHER_OPINION = 'Đề nghị làm rõ nguồn kinh phí';

describe('a room display', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let chair: Person;
  let sessionId = '';
  let itemId = '';
  let motionId = '';
  let token = '';
  let displayId = '';
  const sockets: Socket[] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    ({ secretary, chair, sessionId, itemId, motionId } = await openJune(cabinet));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await cabinet.close();
  });

  const read = async (by = token): Promise<{ status: number; body: Display; text: string }> => {
    const response = await fetch(`${cabinet.url}/api/display`, { headers: { authorization: `Bearer ${by}` } });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as Display, text };
  };
  const listen = async (by: string): Promise<{ socket: Socket; heard: ChangedMessage[] }> => {
    const socket = io(cabinet.url, { path: '/socket', transports: ['websocket'], auth: { display: by }, reconnection: false, forceNew: true });
    sockets.push(socket);
    const heard: ChangedMessage[] = [];
    socket.on('changed', (message: ChangedMessage) => heard.push(message));
    await new Promise<void>((done, fail) => {
      socket.once('connect', done);
      socket.once('connect_error', fail);
    });
    return { socket, heard };
  };

  it('is made by who runs the session; its secret is told once, in the fragment, and only its hash is kept', async () => {
    expect(await (await cabinet.person('thong-doc')).refused('POST', `/sessions/${sessionId}/displays`, { name: 'Phòng A' })).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('POST', `/sessions/${sessionId}/displays`, { name: 'Phòng A' })).toBe('404 notFound');
    const made = await secretary.do<Schema['MadeDisplayDto']>('POST', `/sessions/${sessionId}/displays`, { name: 'Phòng A' });
    expect(made.address).toMatch(/^\/display#token=[\w-]{43}$/);
    [token, displayId] = [made.address.slice(15), made.id];
    const { displays } = await chair.get<Schema['DisplaysDto']>(`/sessions/${sessionId}/displays`);
    expect(displays).toEqual([expect.objectContaining({ id: displayId, name: 'Phòng A' })]);
    expect(JSON.stringify(displays)).not.toContain(token);
    const [row] = await cabinet.rows<{ kept: string }>(`select encode(token_hash, 'escape') as kept from room_display where id = $1`, [displayId]);
    expect(row?.kept).not.toContain(token);
    const journal = await cabinet.rows<{ type: string; ids: object; facts: object }>(`select type, ids, facts from journal_entry where type = 'display.made'`);
    expect(journal).toEqual([{ type: 'display.made', ids: expect.objectContaining({ sessionId, displayId }), facts: {} }]);
  });

  it('shows the session, who is there and what is discussed, to nobody without the token', async () => {
    expect((await fetch(`${cabinet.url}/api/display`)).status).toBe(410);
    expect((await read('x'.repeat(43))).status).toBe(410);
    // A person's cookie opens nothing here, and a display's token nothing elsewhere.
    expect((await fetch(`${cabinet.url}/api/display`, { headers: { cookie: secretary.cookie } })).status).toBe(410);
    expect((await fetch(`${cabinet.url}/api/sessions/${sessionId}`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    await chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId });
    const { body } = await read();
    expect(body).toMatchObject({ name: 'Phòng A', state: 'inSession', quorum: { members: 27, present: 21, needed: 18, reached: true }, item: { number: '1', minutes: expect.any(Number), runningSince: expect.any(String) }, speaker: null, waiting: 0, vote: null });
    expect(Object.keys(body).sort()).toEqual(['bodyName', 'bodyNameEn', 'checkIn', 'item', 'name', 'next', 'now', 'place', 'quorum', 'rehearsal', 'seats', 'site', 'speaker', 'startsAt', 'state', 'title', 'titleEn', 'vote', 'waiting']);
  });

  it('shows who is there, seat by seat, as the plan of the room was drawn, and not why somebody is away', async () => {
    await (await cabinet.person('bo-truong-y-te')).ask('POST', `/sessions/${sessionId}/attendance`, { memberId: (await cabinet.person('bo-truong-y-te')).memberId, act: 'requestAbsence', reason: 'Đi công tác nước ngoài' });
    const { body: { seats }, text } = await read();
    expect([seats.length, seats.filter(({ presence }) => presence === 'room').length, seats.filter(({ presence }) => presence === 'absent').length]).toEqual([27, 21, 6]);
    expect(text).not.toMatch(/absenceRequested|công tác/);
    const plan = await secretary.get<Schema['SeatPlanDto']>(`/bodies/${secretary.bodyId}/seat-plan`);
    expect([plan.can.edit, plan.seats[0]]).toEqual([true, expect.objectContaining({ number: 1, row: 1, column: 6 })]);
    const places = plan.seats.map(({ seatId }, index) => ({ seatId, row: 1 + Math.floor(index / 9), column: 1 + (index % 9) }));
    expect(await (await cabinet.person('thong-doc')).refused('PUT', `/bodies/${secretary.bodyId}/seat-plan`, { places })).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('GET', `/bodies/${secretary.bodyId}/seat-plan`)).toBe('404 notFound');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('PUT', `/bodies/${(await cabinet.person('ubnd-thu-ky')).bodyId}/seat-plan`, { places })).toBe('404 notFound');
    expect(await secretary.refused('PUT', `/bodies/${secretary.bodyId}/seat-plan`, { places: places.map((place) => ({ ...place, column: 1 })) })).toBe('422 placeTaken');
    await secretary.do('PUT', `/bodies/${secretary.bodyId}/seat-plan`, { places });
    expect((await read()).body.seats.find(({ number }) => number === 27)).toMatchObject({ row: 3, column: 9 });
    expect(await cabinet.rows(`select facts from journal_entry where type = 'seatPlan.drawn'`)).toEqual([{ facts: { places: 27 } }]);
    await secretary.do('PUT', `/bodies/${secretary.bodyId}/seat-plan`, { places: [] });
    expect((await read()).body.seats.find(({ number }) => number === 1)).toMatchObject({ row: 1, column: 6 });
  });

  it('shows who speaks and who comes next', async () => {
    for (const username of ['thong-doc', 'bo-truong-tu-phap', 'bo-truong-tai-chinh', 'bo-truong-noi-vu', 'bo-truong-cong-an']) await (await cabinet.person(username)).do('POST', `/items/${itemId}/turns`, { kind: 'speech' });
    const { waiting } = await chair.get<Schema['FloorDto']>(`/sessions/${sessionId}/floor`);
    await chair.do('POST', `/turns/${waiting[0]?.id ?? ''}/acts`, { act: 'start' });
    const { body } = await read();
    expect(body.speaker).toMatchObject({ name: 'Thống đốc Ngân hàng Nhà nước Việt Nam', kind: 'speech', startedAt: expect.any(String) });
    expect([body.waiting, body.next.length, body.next[0]?.name]).toEqual([4, 3, 'Bộ trưởng Bộ Tư pháp']);
    await chair.do('POST', `/turns/${waiting[0]?.id ?? ''}/acts`, { act: 'end' });
  });

  it('counts an open vote without any choice, and shows the board only when the result is published', async () => {
    const { heard } = await listen(token);
    await chair.do('POST', `/motions/${motionId}/open`);
    for (const username of IN_ROOM.slice(0, 15)) await (await cabinet.person(username)).do('POST', `/motions/${motionId}/ballots`, username === 'thu-tuong' ? { choice: 'otherOpinion', text: OTHER_OPINION } : { choice: 'agree' });
    const open = await read();
    expect(open.body.vote).toMatchObject({ state: 'open', cast: 15, members: 27, result: null });
    expect(open.text).not.toMatch(/agree|otherOpinion/);
    await chair.do('POST', `/motions/${motionId}/close`);
    const closed = await read();
    expect(closed.body.vote).toMatchObject({ state: 'closed', result: null });
    expect(closed.text).not.toMatch(/agree|otherOpinion/);
    await chair.do('POST', `/motions/${motionId}/publish`);
    const { body, text } = await read();
    expect(body.vote?.result).toMatchObject({ outcome: 'adopted', needed: 14, base: 27, tally: { agree: 14, otherOpinion: 1, notVoted: 12 } });
    expect(body.vote?.result?.board).toHaveLength(27);
    expect(body.vote?.result?.board.find(({ number }) => number === 1)).toEqual({ number: 1, title: 'Thủ tướng Chính phủ', titleEn: expect.any(String), choice: 'otherOpinion' });
    expect(text).not.toContain(OTHER_OPINION);
    // On a busy machine one message may tell of several acts: what counts is that it reached the last.
    await eventually(async () => {
      const [published] = await cabinet.rows<{ seq: string }>(`select l.seq from journal_log l join journal_entry e on e.id = l.entry_id where e.type = 'motion.published'`);
      expect(Math.max(0, ...heard.map(({ seq }) => seq))).toBeGreaterThanOrEqual(Number(published?.seq ?? Infinity));
    });
    // Walls hear that something changed, and not even what.
    expect(heard.every(({ audience, changes }) => audience === `display:${sessionId}` && changes.length === 0)).toBe(true);
  });

  it('goes on from the result when the next item begins, and keeps a withheld title to itself', async () => {
    const session = await secretary.get<Schema['SessionDto']>(`/sessions/${sessionId}`);
    const second = session.items[1];
    await secretary.do('PATCH', `/items/${second?.id ?? ''}`, { withheld: true });
    const motion = await secretary.do<Schema['MotionDto']>('POST', `/items/${second?.id ?? ''}/motions`, { question: 'Câu hỏi không đưa lên màn hình' });
    await chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId: second?.id });
    expect((await read()).body).toMatchObject({ vote: null, item: { number: '2', title: null, titleEn: null } });
    await chair.do('POST', `/motions/${motion.id}/open`);
    const { body, text } = await read();
    expect(body.vote).toMatchObject({ question: null, questionEn: null, options: null, state: 'open' });
    expect(text).not.toContain('Câu hỏi không đưa lên màn hình');
    expect(text).not.toContain(second?.title);
    await chair.do('POST', `/motions/${motion.id}/close`);
  });

  it('keeps a withheld title through a copy of the session', async () => {
    const copy = await secretary.do<{ id: string }>('POST', `/sessions/${sessionId}/clone`, { title: 'Bản sao', startsAt: '2026-12-07T01:00:00.000Z' });
    const { items } = await secretary.get<Schema['SessionDto']>(`/sessions/${copy.id}`);
    expect(items.map(({ withheld }) => withheld).filter(Boolean)).toHaveLength(1);
  });

  it('goes dark at once when it is revoked', async () => {
    const { socket } = await listen(token);
    expect(await (await cabinet.person('thong-doc')).refused('DELETE', `/displays/${displayId}`)).toBe('403 notAllowed');
    await chair.do('DELETE', `/displays/${displayId}`);
    await eventually(() => expect(socket.connected).toBe(false));
    expect((await read()).status).toBe(410);
    await expect(listen(token)).rejects.toThrow('notSignedIn');
    expect(await chair.refused('DELETE', `/displays/${displayId}`)).toBe('404 notFound');
    expect(await cabinet.rows(`select 1 from journal_entry where type = 'display.revoked' and ids->>'displayId' = $1`, [displayId])).toHaveLength(1);
  });

  it('left nothing in the log', () => expect(cabinet.log).toEqual([]));
});
