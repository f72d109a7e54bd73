import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { openJune } from '../support/june.js';
import { faultsOf, keepPicture, overflowOf, Screens, type Page } from '../support/screen.js';

/** A voice that says nothing and notes what it was given; each sentence takes as long as the test wants. */
function quietVoice(languages: string[]): void {
  const spoken: { words: string; lang: string }[] = [];
  let current: EventTarget | null = null;
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => languages.map((lang) => ({ lang, name: lang, localService: true, default: false, voiceURI: lang })),
    speak: (utterance: EventTarget & { text: string; lang: string }) => {
      current = utterance;
      spoken.push({ words: utterance.text, lang: utterance.lang });
    },
    cancel: () => { current = null; },
  });
  class Utterance extends EventTarget {
    lang = '';
    voice: unknown = null;
    constructor(readonly text: string) { super(); }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.assign(window, { spoken, finishSentence: () => current?.dispatchEvent(new Event('end')) });
}

describe('reading at ease', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let address = '';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    const { sessionId, itemId, secretary } = await openJune(cabinet);
    const { items } = await secretary.get<{ items: { id: string; papers: { id: string; current: { pages: number } }[] }[] }>(`/sessions/${sessionId}`);
    const paper = items.find(({ id }) => id === itemId)?.papers.find(({ current }) => current.pages >= 4);
    address = `/sessions/${sessionId}?item=${itemId}&paper=${paper?.id ?? ''}&page=1`;
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
    expect(screens.complaints).toEqual([]);
  });

  async function reader(look: Parameters<Screens['of']>[2], voices?: string[]): Promise<Page> {
    const page = await screens.of('thong-doc', address, look);
    if (voices !== undefined) {
      await page.addInitScript(quietVoice, voices);
      await page.reload();
    }
    await page.locator('[data-page="1"][data-rendered]').waitFor();
    await page.locator('[data-reader-scroller]').focus();
    return page;
  }
  const spokenOf = (page: Page): Promise<{ words: string; lang: string }[]> => page.evaluate(() => (Object.getOwnPropertyDescriptor(window, 'spoken')?.value as { words: string; lang: string }[] | undefined) ?? []);
  const finish = (page: Page): Promise<unknown> => page.evaluate(() => (Object.getOwnPropertyDescriptor(window, 'finishSentence')?.value as (() => boolean) | undefined)?.());

  it('shows two pages beside one another and turns them by pairs', async () => {
    const desk = await reader({ size: 'landscape' });
    await desk.keyboard.press('a');
    await desk.keyboard.press('s');
    await desk.locator('[data-reader-scroller]').focus();
    await desk.keyboard.press('d');
    await desk.locator('[data-page="2"][data-side="right"][data-rendered]').waitFor();
    const boxes = await desk.locator('[data-page="1"], [data-page="2"]').evaluateAll((pages) => pages.map((page) => page.getBoundingClientRect()).map(({ top, left, right }) => ({ top, left, right })));
    expect(boxes[0]?.top).toBe(boxes[1]?.top);
    expect(boxes[1]?.left).toBeGreaterThan(boxes[0]?.right ?? Infinity);
    await keepPicture(desk, 'reading-1-two-up');
    expect(await faultsOf(desk)).toEqual([]);
    expect(await overflowOf(desk)).toBe(0);
    await desk.keyboard.press('j');
    await desk.getByRole('region', { name: 'Trang 3', exact: true }).waitFor();
    await desk.keyboard.press('k');
    await desk.getByRole('region', { name: 'Trang 1', exact: true }).waitFor();
    await desk.getByRole('button', { name: 'Phóng to' }).click();
    await desk.getByRole('button', { name: 'Phóng to' }).click();
    await eventually(async () => expect(await desk.locator('[data-reader-scroller]').evaluate((scroller) => scroller.scrollWidth > scroller.clientWidth)).toBe(true));
    await desk.locator('[data-reader-scroller]').focus();
    await desk.keyboard.press('0');
    await desk.reload();
    await desk.locator('[data-page="1"][data-rendered]').waitFor();
    for (const key of ['a', 's']) await desk.keyboard.press(key);
    await desk.locator('[data-page="2"][data-side="right"]').waitFor();
    await desk.locator('[data-reader-scroller]').focus();
    await desk.keyboard.press('d');
    await eventually(async () => expect(await desk.locator('[data-side="right"][data-page]').count()).toBe(0));
  });

  it('reads aloud from the page on, marks the sentence, pauses and goes on', async () => {
    const tablet = await reader({ size: 'portrait' }, ['en-US', 'vi-VN']);
    await tablet.getByRole('button', { name: 'Công cụ khác' }).click();
    await tablet.getByRole('menuitem', { name: 'Đọc thành tiếng' }).click();
    const bar = tablet.getByRole('toolbar', { name: 'Đọc thành tiếng' });
    await bar.getByText('Đang đọc trang 1').waitFor();
    await tablet.locator('[data-page="1"] [data-spoken] rect').first().waitFor({ state: 'attached' });
    expect((await spokenOf(tablet)).map(({ lang }) => lang)).toEqual(['vi-VN']);
    await finish(tablet);
    await eventually(async () => expect(await spokenOf(tablet)).toHaveLength(2));
    await keepPicture(tablet, 'reading-2-aloud');
    expect(await faultsOf(tablet)).toEqual([]);
    await bar.getByRole('button', { name: 'Tạm dừng' }).click();
    await bar.getByText('Tạm dừng ở trang 1').waitFor();
    await bar.getByRole('button', { name: 'Đọc tiếp' }).click();
    await eventually(async () => expect(await spokenOf(tablet)).toHaveLength(3));
    const [, second, again] = await spokenOf(tablet);
    expect(again).toEqual(second);
    for (let count = 4; (await bar.getByText('Đang đọc trang 2').count()) === 0; count += 1) {
      await finish(tablet);
      await eventually(async () => expect(await spokenOf(tablet)).toHaveLength(count));
      await eventually(async () => expect(await bar.getByText(/Đang đọc trang [12]/).count()).toBe(1));
    }
    await tablet.getByRole('region', { name: 'Trang 2', exact: true }).waitFor();
    await bar.getByRole('button', { name: 'Thôi đọc' }).click();
    await eventually(async () => expect(await tablet.locator('[data-spoken]').count()).toBe(0));
  });

  it.each([[[], 'This device has no Vietnamese voice. Add one in the device\'s settings and try again.'], [['en-US'], 'This device has no Vietnamese voice. Add one in the device\'s settings and try again.']])('says in words that there is no voice: %j', async (voices, words) => {
    const phone = await reader({ size: 'phone', language: 'en', theme: 'dark' }, voices);
    await phone.keyboard.press('l');
    await phone.getByRole('toolbar', { name: 'Read aloud' }).getByText(words).waitFor();
    await keepPicture(phone, 'reading-3-no-voice');
    expect(await faultsOf(phone)).toEqual([]);
    expect(await overflowOf(phone)).toBe(0);
  });

  it('lists its keys', async () => {
    const desk = await reader({ language: 'en' });
    await desk.keyboard.press('?');
    const dialog = desk.getByRole('dialog');
    for (const words of ['Next, previous change since the version you read', 'Two papers side by side', 'One page, or two beside one another', 'Read aloud from this page, stop reading']) await dialog.getByText(words).waitFor();
  });
});
