import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Cabinet } from './cabinet.js';
import { eventually } from './eventually.js';
import { Wire } from './wire.js';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const SETTINGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** `UPDATE_SCREENSHOTS=1 npm run test:e2e` renews the pictures of the README. */
const README_PICTURES = path.join(ROOT, 'docs', 'screenshots');
const TOUR = path.join(ROOT, 'test', 'e2e', 'output', 'tour');

export const SIZES = { desktop: { width: 1280, height: 800 }, landscape: { width: 1024, height: 768 }, portrait: { width: 768, height: 1024 }, phone: { width: 390, height: 844 }, wall: { width: 1920, height: 1080 } } as const;

export interface Look {
  size?: keyof typeof SIZES;
  language?: 'vi' | 'en';
  theme?: 'light' | 'dark';
  /** Whether its network can be taken away: it has a way of its own to the server. */
  wired?: boolean;
}

/** One browser for a test file; each person has a window of their own. */
export class Screens {
  private readonly wires = new Map<BrowserContext, Wire>();

  private constructor(
    private readonly browser: Browser,
    private readonly cabinet: Cabinet,
    /** What pages wrote to their consoles: nothing is normal. */
    readonly complaints: string[] = [],
  ) {}

  static async open(cabinet: Cabinet): Promise<Screens> {
    const executablePath = process.env['CHROMIUM_PATH'];
    if (!executablePath) throw new Error('Run the browser tests by "npm run test:e2e".');
    return new Screens(await chromium.launch({ executablePath, args: SETTINGS }), cabinet);
  }

  /** A window of nobody in particular. */
  async window(look: Look = {}): Promise<Page> {
    const { size = 'desktop', language = 'vi', theme = 'light' } = look;
    const wire = look.wired === true ? await Wire.to(this.cabinet.url) : undefined;
    const context = await this.browser.newContext({ viewport: SIZES[size], baseURL: wire?.url ?? this.cabinet.url, colorScheme: theme, locale: language === 'vi' ? 'vi-VN' : 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
    if (wire) this.wires.set(context, wire);
    const page = await context.newPage();
    // Two browsers and two servers share two cores in CI: slow is no fault there.
    page.setDefaultTimeout(45_000);
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|net::ERR|WebSocket/.test(message.text())) this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }

  /** A window of somebody who is signed in, at an address. */
  async of(username: string, address: string, look: Look = {}): Promise<Page> {
    const page = await this.window(look);
    const headers = { 'content-type': 'application/json' };
    await page.context().request.post(`${this.cabinet.url}/api/auth/demo-sign-in`, { headers, data: { username } });
    await page.context().request.patch(`${this.cabinet.url}/api/me`, { headers, data: { language: look.language ?? 'vi', theme: look.theme ?? 'light' } });
    await page.goto(address);
    await page.getByRole('main').waitFor();
    return page;
  }

  /** Takes the network away from a wired window, and its browser knows. */
  async cut(page: Page): Promise<void> {
    const wire = this.wireOf(page);
    await page.context().setOffline(true);
    wire.cut();
  }

  async mend(page: Page): Promise<void> {
    this.wireOf(page).mend();
    await page.context().setOffline(false);
  }

  async close(): Promise<void> {
    await this.browser.close();
    for (const wire of this.wires.values()) await wire.close();
  }

  private wireOf(page: Page): Wire {
    const wire = this.wires.get(page.context());
    if (!wire) throw new Error('This window is not wired.');
    return wire;
  }
}

/** Accessibility faults of a page, one line each: rule, element, what to do. In the page itself: the other mode opens a blank page for each look, and looks into frames of others, of which there are none but a video service's. */
export async function faultsOf(page: Page): Promise<string[]> {
  // A page that is still on its way says so and has no heading yet; one that never gets one is told of below.
  await page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null, null, { timeout: 10_000 }).catch(() => undefined);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} (${node.failureSummary?.replaceAll('\n', ' ') ?? violation.help})`));
}

/** How many pixels the page is wider than its window: 0 is right. A window that was just made narrower is laid out anew in its own time. */
export async function overflowOf(page: Page): Promise<number> {
  const measure = (): Promise<number> => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(document.documentElement.scrollWidth - document.documentElement.clientWidth))));
  await eventually(async () => { if (await measure() !== 0) throw new Error('wider than its window'); }, 3_000).catch(() => undefined);
  return measure();
}

/** A file as one has it on a desk: a PDF of so many pages, each with a line of Latin letters. */
export function samplePdf(name: string, line: string, pages = 1): { name: string; mimeType: string; buffer: Buffer } {
  const numbers = Array.from({ length: pages }, (_, index) => index);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${numbers.map((index) => `${4 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...numbers.flatMap((index) => {
      const text = `BT /F1 18 Tf 72 760 Td (${line}, ${index + 1}) Tj ET`;
      return [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`, `<< /Length ${text.length} >>\nstream\n${text}\nendstream`];
    }),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(file, 'latin1') };
}

/** Keeps a picture of the tour, to look at; the numbered ones are those of the README. Nobody looks at those of CI. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env['CI'] !== undefined) return;
  const isForReadme = process.env['UPDATE_SCREENSHOTS'] !== undefined && /^\d\d-(?!.*-phone)/.test(name);
  const folder = isForReadme ? README_PICTURES : TOUR;
  mkdirSync(folder, { recursive: true });
  const { width, height } = page.viewportSize() ?? SIZES.desktop;
  const clip = { x: 0, y: 0, width, height: isForReadme && width > height ? Math.min(height, 720) : height };
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled', clip, style: '[popover="manual"] { visibility: hidden; }' });
}

export type { BrowserContext, Page };
