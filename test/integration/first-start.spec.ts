import { Cabinet } from '../support/cabinet.js';

describe('an installation without the demo', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open({ ECABINET_DEMO: 'false' }, 'empty');
  });
  afterAll(() => cabinet.close());

  const post = async (address: string, body: unknown): Promise<string> => {
    const answer = await fetch(`${cabinet.url}/api${address}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const text = await answer.text();
    return `${answer.status} ${text === '' ? '' : ((JSON.parse(text) as { code?: string }).code ?? '')}`.trim();
  };

  it('offers nobody of the demo and signs nobody in by one click', async () => {
    expect(await (await fetch(`${cabinet.url}/api/auth/options`)).json()).toEqual({ demo: false, people: [], oidc: null });
    expect(await post('/auth/demo-sign-in', { username: 'quan-tri' })).toBe('404 notFound');
  });

  it('invites its first administrator by a one-time link, and nobody at the next start', async () => {
    const link = cabinet.said.find((line) => line.startsWith('First administrator'));
    const token = /set-password#token=(\S+)/.exec(link ?? '')?.[1];
    expect(await post('/auth/set-password', { token, password: 'mưa rơi trên mái tranh' })).toBe('204');
    expect(await post('/auth/sign-in', { username: 'quan-tri', password: 'mưa rơi trên mái tranh' })).toBe('200');
    await cabinet.end('SIGTERM');
    cabinet.said.length = 0;
    await cabinet.start();
    expect(cabinet.said.filter((line) => line.startsWith('First administrator'))).toEqual([]);
  });

  it('is alive, and ready: its database answers', async () => {
    expect((await fetch(`${cabinet.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${cabinet.url}/health/ready`)).status).toBe(200);
  });
});
