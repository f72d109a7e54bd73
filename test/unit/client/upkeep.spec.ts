import type { PDFDocumentProxy } from 'pdfjs-dist';
import { whilePainting } from '../../../client/src/features/papers/reader/upkeep.js';

/** A paper that counts how often it was told to let go; `isFree` ends that. */
function paperThat() {
  let [times, isFree] = [0, (): void => undefined];
  const cleanup = (): Promise<void> => {
    times += 1;
    return new Promise((resolve) => { isFree = resolve; });
  };
  return { paper: { cleanup } as unknown as PDFDocumentProxy, times: () => times, isFree: () => isFree() };
}
const instantly = (): Promise<number> => Promise.resolve(1);
async function paintMany(paper: PDFDocumentProxy, count: number): Promise<void> {
  for (let page = 0; page < count; page += 1) await whilePainting(paper, instantly);
}

describe('what pdf.js keeps of painted pages', () => {
  it('is let go after 24 paintings, and the next ones wait for that', async () => {
    const { paper, times, isFree } = paperThat();
    await paintMany(paper, 23);
    expect(times()).toBe(0);
    await paintMany(paper, 1);
    expect(times()).toBe(1);
    let isPainted = false;
    const next = whilePainting(paper, async () => { isPainted = true; return instantly(); });
    await new Promise(setImmediate);
    expect(isPainted).toBe(false);
    isFree();
    await next;
    expect(isPainted).toBe(true);
  });

  it('is not let go while anything is being painted, failed paintings counted', async () => {
    const { paper, times } = paperThat();
    let end = (): void => undefined;
    const long = whilePainting(paper, () => new Promise<void>((resolve) => { end = resolve; }));
    for (let page = 0; page < 30; page += 1) await whilePainting(paper, () => Promise.reject(new Error('given up'))).catch(() => undefined);
    expect(times()).toBe(0);
    end();
    await long;
    expect(times()).toBe(1);
  });

  it('goes on where the paper says no', async () => {
    const paper = { cleanup: () => Promise.reject(new Error('being rendered')) } as unknown as PDFDocumentProxy;
    await paintMany(paper, 60);
    expect(await whilePainting(paper, instantly)).toBe(1);
  });
});
