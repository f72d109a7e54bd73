/**
 * Keeps the program itself (page, scripts, styles, fonts, pdf.js with its character maps), so that it starts without a network. Answers
 * of the server are never kept here: what is read offline is sealed by the page (client/src/api/pack).
 */
interface Waiting extends Event { waitUntil(work: Promise<unknown>): void }
interface Asked extends Event { request: Request; respondWith(answer: Promise<Response>): void }
interface Pushed extends Waiting { data: { json(): unknown } | null }
interface Tapped extends Waiting { notification: Notification }
interface Window { url: string; focus(): Promise<Window>; navigate(address: string): Promise<Window | null> }
interface Worker {
  addEventListener(type: 'install' | 'activate', act: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', act: (event: Asked) => void): void;
  addEventListener(type: 'message', act: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'push', act: (event: Pushed) => void): void;
  addEventListener(type: 'notificationclick', act: (event: Tapped) => void): void;
  skipWaiting(): Promise<void>;
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void>; matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<Window[]>; openWindow(address: string): Promise<Window | null> };
}

/** Put in by the build: a name that changes with any of the files, and their addresses. */
declare const __APP_BUILD__: string;
declare const __APP_FILES__: readonly string[];

const worker = globalThis as unknown as Worker;
const PREFIX = 'app-';
const CACHE = `${PREFIX}${__APP_BUILD__}`;
const PAGE = '/';
const AT_ONCE = 6;
/** A network that has not answered by then is as good as none. */
const PATIENCE_MS = 3_000;
const NOT_OURS = /^\/(api|socket|health)(\/|$)/;

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  const waiting = [...__APP_FILES__];
  const next = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (await cache.match(file)) continue;
      // What has its content in its name may come from the browser's own cache; the rest is asked for.
      const response = await fetch(file, { cache: file.startsWith('/assets/') ? 'default' : 'no-cache' });
      if (!response.ok || response.redirected) throw new Error(`${file}: ${response.status}`);
      await cache.put(file, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** The program before this one stays for windows that are still open; older ones go. */
async function tidy(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  for (const name of names.slice(0, -1)) await caches.delete(name);
  await worker.clients.claim();
}

const kept = async (address: string): Promise<Response | undefined> => (await (await caches.open(CACHE)).match(address)) ?? caches.match(address);

/** What the server has now; without it, what is kept. Parts of the page carry their content in their names, so that old and new never mix. */
async function newestOf(request: Request, address: string): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(request, { signal: patience.signal });
    // A server that is just starting has no page either.
    if (response.status < 502 || response.status > 504) return response;
    return (await kept(address)) ?? response;
  } catch {
    return (await kept(address)) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

const hashed = async (request: Request, address: string): Promise<Response> => (await kept(address)) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(tidy()));
worker.addEventListener('message', ({ data }) => { if (data === 'start') void worker.skipWaiting(); });
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== globalThis.location.origin || NOT_OURS.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(newestOf(request, PAGE));
  else if (pathname.startsWith('/assets/')) event.respondWith(hashed(request, pathname));
  else if (__APP_FILES__.includes(pathname)) event.respondWith(newestOf(request, pathname));
});

/** What the server says of something that waits: words without its content, and a page of ours. */
interface Message { title: string; body: string; tag: string; address: string; language: string }

/** The same message comes twice where an answer was lost: it has the same tag and is shown once. */
async function show(pushed: unknown): Promise<void> {
  const { title, body, tag, address, language } = pushed as Message;
  await worker.registration.showNotification(title, { body, tag, lang: language, icon: '/icons/icon-192.png', data: address });
}

/** The page of what was tapped, in a window that is open, else in a new one. */
async function open(address: string): Promise<void> {
  const [window] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (window === undefined) return void (await worker.clients.openWindow(address));
  await (await window.navigate(address).catch(() => null) ?? window).focus();
}

worker.addEventListener('push', (event) => event.waitUntil(event.data === null ? Promise.resolve() : show(event.data.json())));
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { data } = event.notification as { data: unknown };
  event.waitUntil(open(typeof data === 'string' && /^\/[a-z]/.test(data) ? data : '/notifications'));
});

export {};
