import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';
import { PostOffice } from '../support/post-office.js';

const PEOPLE = 250;
const REQUESTS = 20;

/** Members of the Government with an account and a mail address each. */
const PEOPLE_SQL = `with people as (select gen_random_uuid() as account, gen_random_uuid() as seat, n from generate_series(1, ${PEOPLE}) n),
  accounts as (insert into account (id, username, name) select account, 'member-' || n, 'Member ' || n from people),
  settings as (insert into person_notification_setting (account_id, email, channels) select account, 'member-' || n || '@people.example', '{mail}' from people),
  seats as (insert into seat (id, body_id, number, title) select seat, $1, 1000 + n, 'Seat ' || n from people)
  insert into member (body_id, seat_id, account_id, name, from_date) select $1, seat, account, 'Member ' || n, '2020-01-01' from people returning id`;

describe('five thousand notifications, with the program killed twice', () => {
  let cabinet: Cabinet;
  let office: PostOffice;
  let secretary: Person;
  let chair: Person;

  beforeAll(async () => {
    office = await PostOffice.open();
    cabinet = await Cabinet.open(office.settings);
    [secretary, chair] = [await cabinet.person('thu-ky'), await cabinet.person('thu-tuong')];
  });
  afterAll(async () => {
    await cabinet.close();
    await office.close();
  });

  async function send(memberIds: string[], index: number): Promise<void> {
    const { id } = await secretary.do<Schema['OpinionRequestDto']>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, { title: `Kín ${index}`, questions: [{ text: 'Đồng ý' }], memberIds, workingDays: 3, isPublic: true });
    for (const [person, act] of [[secretary, 'submit'], [chair, 'approve'], [secretary, 'send']] as const) await person.do('POST', `/opinion-requests/${id}/acts`, { act });
  }

  /** What the dead one had taken waits for the lease to run out: the test does not wait for it by the clock. */
  async function killAndStart(): Promise<void> {
    await cabinet.end('SIGKILL');
    await cabinet.rows(`update notification_delivery set lease_until = clock_timestamp() where lease_until is not null`);
    await cabinet.start();
  }

  it('loses none and makes none twice', async () => {
    const memberIds = (await cabinet.rows<{ id: string }>(PEOPLE_SQL, [secretary.bodyId])).map(({ id }) => id);
    for (let index = 0; index < REQUESTS; index += 1) await send(memberIds, index);
    await killAndStart();
    await eventually(() => expect(office.mails.length).toBeGreaterThan(2_000));
    await killAndStart();
    const total = PEOPLE * REQUESTS;
    await eventually(async () => {
      const [left] = await cabinet.rows<{ made: number; sent: number }>(`select count(*)::int as made, count(*) filter (where state = 'sent')::int as sent from notification_delivery`);
      expect(left).toEqual({ made: total, sent: total });
    }, 60_000);
    const different = new Set(office.mails.map(({ messageId }) => messageId));
    const known = await cabinet.rows<{ id: string }>(`select id || '@cabinet.example' as id from notification_delivery`);
    expect([...different].sort()).toEqual(known.map(({ id }) => id).sort());
    expect(await cabinet.rows('select kind, request_id from notification where request_id is not null group by account_id, kind, request_id having count(*) > 1')).toEqual([]);
    const repeated = office.mails.length - different.size;
    // Handed over, and killed before it was written down: the same mail once more, with the same Message-ID.
    expect(repeated).toBeLessThanOrEqual(2 * 20);
    process.stdout.write(`notifications: ${different.size} mails, ${repeated} handed over again after the two kills\n`);
  }, 120_000);
});
