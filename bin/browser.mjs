// The browser of the tests: CHROMIUM_PATH, else an installed one, else the system's package (as root), else Playwright's own download.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { root } from './built.mjs';

const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

const run = (command, words, options = {}) => spawnSync(command, words, { encoding: 'utf8', cwd: root, ...options }).status === 0;
const there = () => [process.env.CHROMIUM_PATH, ...INSTALLED, playwrightPath()].find((file) => file && existsSync(file));

function playwrightPath() {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

export function findBrowser() {
  const found = there();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('No browser is here: installing the system package chromium …\n');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  if (!there()) {
    process.stdout.write('No browser is here: trying Playwright’s download …\n');
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
  const brought = there();
  if (brought) return brought;
  process.stderr.write('The browser tests need Chromium: install it, or set CHROMIUM_PATH to one.\n');
  process.exit(1);
}
