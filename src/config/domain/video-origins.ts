import { isLoopback } from './ways-out.js';

/** Origins of video services whose rooms may stand within our pages; empty: none. What is no origin is told as it was written. */
export function readVideoOrigins(setting: string | undefined): { origins: string[]; wrong: string[] } {
  const words = (setting ?? '').split(',').map((word) => word.trim()).filter((word) => word !== '');
  return { origins: words.filter(isVideoOrigin), wrong: words.filter((word) => !isVideoOrigin(word)) };
}

/** `https://host` or `https://host:port` and nothing else; `http` on this machine alone, to try it. No wildcard: each host is somebody's word. */
function isVideoOrigin(word: string): boolean {
  // What a URL's host may hold and a header's list may not.
  if (!/^[a-z0-9.:/[\]-]+$/.test(word) || !URL.canParse(word)) return false;
  const { origin, protocol, hostname } = new URL(word);
  return origin === word && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

/** Whether the room at this link may stand within the page. */
export function isEmbeddable(link: string | null, origins: readonly string[]): boolean {
  return link !== null && URL.canParse(link) && origins.includes(new URL(link).origin);
}
