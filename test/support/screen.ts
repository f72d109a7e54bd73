import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Cabinet } from './cabinet.js';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const SETTINGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** `UPDATE_SCREENSHOTS=1 npm run test:e2e` renews the pictures of the README. */
const TOUR = process.env['UPDATE_SCREENSHOTS'] ? path.join(ROOT, 'docs', 'screenshots') : path.join(ROOT, 'test', 'e2e', 'output', 'tour');

export const SIZES = { desktop: { width: 1280, height: 800 }, landscape: { width: 1024, height: 768 }, portrait: { width: 768, height: 1024 }, phone: { width: 390, height: 844 } } as const;

export interface Look {
  size?: keyof typeof SIZES;
  language?: 'vi' | 'en';
  theme?: 'light' | 'dark';
}

/** One browser for a test file; each person has a window of their own. */
export class Screens {
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
    const context = await this.browser.newContext({ viewport: SIZES[size], baseURL: this.cabinet.url, colorScheme: theme, locale: language === 'vi' ? 'vi-VN' : 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
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

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Accessibility faults of a page, one line each: rule, element, what to do. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} (${node.failureSummary?.replaceAll('\n', ' ') ?? violation.help})`));
}

/** How many pixels the page is wider than its window: 0 is right. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Keeps a picture of the tour. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(TOUR, { recursive: true });
  await page.screenshot({ path: path.join(TOUR, `${name}.png`), animations: 'disabled' });
}

export type { BrowserContext, Page };
