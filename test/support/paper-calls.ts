import type { PapersStage } from './papers-stage.js';

export type Who = keyof PapersStage['cookies'];
export interface SentPaper { id: string; title: string; current: { id: string; sha256: string; size: number; signatures: number }; code?: string; params?: Record<string, unknown> }

/** What people do with papers over HTTP. */
export class PaperCalls {
  constructor(private readonly stage: PapersStage) {}

  call(who: Who, path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.stage.url}${path}`, { ...init, headers: { cookie: this.stage.cookies[who], ...init.headers } });
  }

  upload(path: string, bytes: Buffer, name = 'Tờ trình.pdf'): Promise<Response> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name);
    return this.call('secretariat', path, { method: 'POST', body: form });
  }

  /** A paper that must be taken. */
  async add(bytes: Buffer): Promise<SentPaper> {
    const response = await this.upload(`/items/${this.stage.itemId}/papers`, bytes);
    if (response.status !== 201) throw new Error(`not taken: ${response.status} ${await response.text()}`);
    // Our own server's answers: their shape is what the tests are about.
    return (await response.json()) as SentPaper;
  }

  /** Status and code of an upload that must be refused. */
  async refusal(bytes: Buffer): Promise<string> {
    const response = await this.upload(`/items/${this.stage.itemId}/papers`, bytes);
    return `${response.status} ${((await response.json()) as SentPaper).code ?? ''}`;
  }

  async file(versionId: string, range?: string): Promise<{ status: number; bytes: Buffer; code?: string }> {
    const response = await this.call('secretariat', `/paper-versions/${versionId}/file`, { headers: range ? { range } : {} });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: response.status, bytes, ...(isJson ? { code: (JSON.parse(bytes.toString()) as SentPaper).code } : {}) };
  }
}
