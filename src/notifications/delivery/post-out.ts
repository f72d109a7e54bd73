import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

const PATIENCE_MS = 10_000;

export interface Posted {
  status: number;
  retryAfterSeconds: number | null;
}

/** Posts to another server and tells its status; its words are not read, redirections are not followed. @param lookup resolves the name: may refuse addresses */
export async function postOut(url: URL, sent: { headers: Record<string, string | number>; body: Buffer }, lookup?: LookupFunction): Promise<Posted> {
  const request = url.protocol === 'http:' ? httpRequest : httpsRequest;
  return new Promise((done, fail) => {
    const call = request(url, { method: 'POST', headers: { ...sent.headers, 'content-length': sent.body.length }, signal: AbortSignal.timeout(PATIENCE_MS), lookup, agent: false }, (response) => {
      response.destroy();
      const after = Number(response.headers['retry-after']);
      done({ status: response.statusCode ?? 0, retryAfterSeconds: Number.isFinite(after) ? after : null });
    });
    call.once('error', fail);
    call.end(sent.body);
  });
}
