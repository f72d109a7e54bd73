import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { NewerVersion } from '../ui/newer-version';

const AGAIN_MS = 1_500;
/** So often a part may be missing from a server that answers: after that it is gone. */
const MOST_MISSING = 2;

/** The props of a part are the part's own business: nothing is done with them here. */
type Part<Props> = { default: ComponentType<Props> };

/**
 * Like React's `lazy`. Where the network is away it waits and asks again, so that no screen is lost for a part that did not come. Where
 * the server has another program by now, words to that effect take the part's place.
 */
export function lazyPart<Props>(load: () => Promise<Part<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => untilLoaded(load));
}

async function untilLoaded<Props>(load: () => Promise<Part<Props>>): Promise<Part<Props>> {
  let hasFailed = false;
  for (let missing = 0; ;) {
    try {
      const loaded = await load();
      if (hasFailed) fetchStylesAgain();
      return loaded;
    } catch (error) {
      hasFailed = true;
      const served = await programServed();
      if (served !== null) missing += 1;
      if (missing >= MOST_MISSING) {
        if (served === programHere()) throw error;
        return { default: NewerVersion };
      }
      await aWhile();
    }
  }
}

/** Vite asks for a part's styles once: those that did not come are asked for again. */
function fetchStylesAgain(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) if (link.sheet === null) link.replaceWith(link.cloneNode());
}

/** A program is named after what is in it. */
const ENTRY = /\bsrc="(\/assets\/index-[^"]+)"/;

const programHere = (): string | undefined => document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? undefined;

/** The program that the server has now; null while it does not answer. */
async function programServed(): Promise<string | undefined | null> {
  try {
    const response = await fetch('/', { cache: 'no-store' });
    return response.ok ? ENTRY.exec(await response.text())?.[1] : null;
  } catch {
    return null;
  }
}

/** Until the network is said to be back, or a moment. */
function aWhile(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      window.clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = window.setTimeout(done, AGAIN_MS);
    window.addEventListener('online', done);
  });
}
