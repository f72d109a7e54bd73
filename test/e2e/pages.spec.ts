import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, Screens, SIZES, type Look, type Page } from '../support/screen.js';
import { invite } from '../support/visitor.js';

/** Every page: who opens it, where it is, and the picture of the tour it gives. */
interface Visit {
  name: string;
  username: string | null;
  address: string;
  picture?: string;
}

describe('every page, at four sizes, in both languages, light and dark', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  const ids = { june: '', past: '', item: '', request: '', body: '', invitation: '', dossier: '' };

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    const secretary = await cabinet.person('thu-ky');
    const june = await juneSession(secretary);
    const { requests } = await secretary.get<Schema['RequestsDto']>(`/bodies/${secretary.bodyId}/opinion-requests`);
    const { sessions } = await secretary.get<Schema['SessionsDto']>(`/bodies/${secretary.bodyId}/sessions`);
    const { dossiers } = await secretary.get<Schema['DossiersDto']>(`/bodies/${secretary.bodyId}/dossiers`);
    Object.assign(ids, { dossier: dossiers[0]?.id, past: sessions.find(({ state }) => state === 'ended' || state === 'concluded')?.id, june: june.id, item: june.items[0]?.id, request: requests.find((request) => request.state === 'sent')?.id, body: secretary.bodyId });
    ids.invitation = (await invite(cabinet, 'nguoi-duoc-moi')).token;
    const administrator = await cabinet.person('quan-tri-2');
    await administrator.do('POST', '/admin-requests', { kind: 'disable', accountId: administrator.me.id, reason: 'Nghỉ hưu từ tháng sau' });
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  /** Everybody has one window, for all their visits. */
  const windows = new Map<string | null, Page>();
  async function windowOf(username: string | null): Promise<Page> {
    const page = windows.get(username) ?? (username === null ? await screens.window() : await screens.of(username, '/nowhere'));
    windows.set(username, page);
    return page;
  }

  async function dress(page: Page, { size, language, theme, isOpened }: Required<Omit<Look, 'wired'>> & { isOpened: boolean }, isSomebody: boolean): Promise<void> {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme: theme });
    if (isSomebody && isOpened) await page.context().request.patch(`${cabinet.url}/api/me`, { headers: { 'content-type': 'application/json' }, data: { language, theme: 'auto' } });
  }

  /** Waits until what was asked for is there: texts, fonts, the page of the paper. */
  async function settle(page: Page): Promise<void> {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null && Array.from(document.querySelectorAll('[data-reader-scroller]')).every((reader) => reader.clientHeight === 0 || reader.querySelector('[data-rendered]') !== null));
    await page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
  }

  const VISITS: Visit[] = [
    { name: 'sign-in', username: null, address: '/sign-in', picture: '01-sign-in' },
    { name: 'an invitation', username: null, address: '/set-password#token=INVITATION' },
    { name: 'an invitation that is used up', username: null, address: '/set-password#token=0000000000000000000000000000000000000000000' },
    { name: 'devices and security', username: 'bo-truong-y-te', address: '/me/security' },
    { name: 'desk of a member', username: 'bo-truong-y-te', address: '/desk', picture: '02-desk' },
    { name: 'sessions', username: 'thu-ky', address: '/sessions' },
    { name: 'new session', username: 'thu-ky', address: '/sessions/new' },
    { name: 'session', username: 'bo-truong-y-te', address: '/sessions/JUNE', picture: '06-session' },
    { name: 'session of the secretariat', username: 'thu-ky', address: '/sessions/JUNE', picture: '07-session-secretariat' },
    { name: 'desk of an invitee', username: 'moi-bo-cong-thuong', address: '/desk' },
    { name: 'session of an invitee', username: 'moi-bo-cong-thuong', address: '/sessions/JUNE' },
    { name: 'session of a substitute', username: 'du-thay-y-te', address: '/sessions/JUNE?tab=attendance' },
    { name: 'guests of a session, for the secretariat', username: 'thu-ky', address: '/sessions/JUNE?tab=attendance' },
    { name: 'who has read the papers', username: 'thu-ky', address: '/sessions/PAST/receipts' },
    { name: 'figures of a session', username: 'bo-truong-y-te', address: '/sessions/PAST/statistics' },
    { name: 'a session that is over', username: 'thu-ky', address: '/sessions/PAST' },
    { name: 'opinion requests', username: 'bo-truong-y-te', address: '/opinion-requests' },
    { name: 'opinion request', username: 'bo-truong-y-te', address: '/opinion-requests/REQUEST', picture: '08-opinion-request' },
    { name: 'opinion request of the secretariat', username: 'thu-ky', address: '/opinion-requests/REQUEST' },
    { name: 'new opinion request', username: 'thu-ky', address: '/opinion-requests/new' },
    { name: 'dossiers of a sponsor', username: 'trinh-tai-chinh', address: '/dossiers' },
    { name: 'dossiers of the secretariat', username: 'thu-ky', address: '/dossiers' },
    { name: 'a dossier', username: 'thu-ky', address: '/dossiers/DOSSIER' },
    { name: 'accounts', username: 'quan-tri', address: '/administration/accounts' },
    { name: 'bodies', username: 'quan-tri', address: '/administration/bodies' },
    { name: 'a body', username: 'quan-tri', address: '/administration/bodies/BODY', picture: '09-body' },
    { name: 'import of members', username: 'quan-tri', address: '/administration/bodies/BODY/import' },
    { name: 'rule sets', username: 'quan-tri', address: '/administration/rule-sets' },
    { name: 'journal', username: 'kiem-tra', address: '/journal' },
    { name: 'calendar', username: 'quan-tri', address: '/administration/calendar' },
    { name: 'an address that is none', username: 'thu-ky', address: '/nowhere' },
  ];
  /** A page is opened once in each language. In between its window is turned and widened, and the evening comes. */
  const LOOKS: (Required<Omit<Look, 'wired'>> & { isOpened: boolean })[] = [
    { size: 'phone', language: 'vi', theme: 'light', isOpened: true },
    { size: 'portrait', language: 'vi', theme: 'dark', isOpened: false },
    { size: 'desktop', language: 'vi', theme: 'light', isOpened: false },
    { size: 'landscape', language: 'en', theme: 'dark', isOpened: true },
  ];

  it.each(VISITS)('$name has no fault axe can find, and fits', async ({ username, address, picture }) => {
    const where = address.replace('JUNE', ids.june).replace('PAST', ids.past).replace('REQUEST', ids.request).replace('BODY', ids.body).replace('DOSSIER', ids.dossier).replace('INVITATION', ids.invitation);
    const page = await windowOf(username);
    for (const look of LOOKS) {
      await dress(page, look, username !== null);
      if (look.isOpened) {
        // Going from one fragment to another loads nothing.
        if (where.includes('#')) await page.goto('about:blank');
        await page.goto(where);
      }
      await settle(page);
      const seen = `${address} ${look.size} ${look.language} ${look.theme}`;
      expect({ seen, faults: await faultsOf(page) }).toEqual({ seen, faults: [] });
      expect({ seen, overflow: await overflowOf(page) }).toEqual({ seen, overflow: 0 });
      await keepPicture(page, `pages/${address.split('#token=000')[0]?.replace(/\W+/g, '-')}-${username ?? 'nobody'}-${look.size}`);
      if (picture && (look.size === 'desktop' || look.size === 'phone')) await keepPicture(page, `${picture}${look.size === 'phone' ? '-phone' : ''}`);
    }
  });

  it('can be gone through by keyboard alone: skip link, palette, key list', async () => {
    const page = await screens.of('thu-ky', '/desk');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Đến nội dung chính');
    // The list of sessions comes from the server: here it comes when the words are typed already.
    let letGo = (): void => undefined;
    const held = new Promise<void>((done) => { letGo = done; });
    await page.route(/\/api\/bodies\/[^/]+\/sessions$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Tìm trang, phiên họp, tài liệu…').waitFor();
    await page.keyboard.type('24/6');
    letGo();
    await page.getByRole('dialog').getByText('24/6/2019').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sessions\//);
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
