/** An answer that says no: the server's code and numbers, or one of the client's own codes (`offline`, `unknown`). */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, unknown>>,
    readonly status: number,
    readonly requestId: string | null = null,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

export function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal('unknown', {}, 0);
}

/** Nobody answered, or a server that is just starting: asking again is right. */
export function isOffline(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'offline' || error.code === 'unavailable');
}

interface RefusalBody { code: string; params?: Record<string, unknown>; requestId?: string }

function isRefusalBody(value: unknown): value is RefusalBody {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

export function refusalFrom(status: number, body: unknown): Refusal {
  if (isRefusalBody(body)) return new Refusal(body.code, body.params ?? {}, status, body.requestId ?? null);
  return new Refusal(status >= 502 && status <= 504 ? 'offline' : 'unknown', {}, status);
}
