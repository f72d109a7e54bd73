import { Refusal, refusalFrom } from './refusal';

export interface Download { blob: Blob; fileName: string; header: (name: string) => string | null }

/** The name in the UTF-8 spelling of RFC 8187. */
function nameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? 'e-cabinet' : decodeURIComponent(encoded);
}

/** Fetches a file that takes a while to make: while it comes, the page can say so, and a refusal is one. */
export async function download(path: string, signal: AbortSignal): Promise<Download> {
  const response = await fetch(`/api${path}`, { credentials: 'same-origin', signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Refusal('offline', {}, 0);
  });
  if (!response.ok) throw refusalFrom(response.status, await response.json().catch(() => undefined));
  const blob = await response.blob().catch(() => { throw new Refusal('offline', {}, 0); });
  return { blob, fileName: nameIn(response.headers.get('content-disposition')), header: (name) => response.headers.get(name) };
}
