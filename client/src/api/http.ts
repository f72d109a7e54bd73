import { Refusal, refusalFrom } from './refusal';
import { isUntouched } from './touch';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What an untouched page reads does not keep its session: the server is told. */
function headersFor(method: Method, body: unknown): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(method === 'GET' && isUntouched() ? { 'X-Refetch': 'news' } : {}),
  };
}

async function send(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      headers: headersFor(method, body),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal('offline', {}, 0);
  }
}

async function parse(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal);
  const answer = await parse(response);
  if (!response.ok) throw refusalFrom(response.status, answer);
  return answer as T;
}

export const http = {
  get: <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, undefined, signal),
  post: <T>(path: string, body: unknown = {}) => call<T>('POST', path, body),
  put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
  patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, body),
  /** A file, whole. */
  file: async (path: string, signal?: AbortSignal): Promise<Blob> => {
    const response = await send('GET', path, undefined, signal);
    if (!response.ok) throw refusalFrom(response.status, await parse(response));
    try {
      return await response.blob();
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Refusal('offline', {}, 0);
    }
  },
  delete: <T = undefined>(path: string) => call<T>('DELETE', path),
};
