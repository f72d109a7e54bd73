import type { PDFDocumentProxy } from 'pdfjs-dist';

/** So many paintings, and what pdf.js has gathered for them is let go. */
const EVERY = 24;

/**
 * pdf.js keeps what it made of each page it has painted: operators, pictures and, for the whole paper, every typeface. Without this, a
 * tablet holds two gigabytes after 200 places of a large paper. Letting go waits until nothing is being painted, and paintings wait for it.
 */
class Upkeep {
  private running = 0;
  private painted = 0;
  private lettingGo: Promise<void> | null = null;

  constructor(private readonly document: PDFDocumentProxy) {}

  async during<Done>(paint: () => Promise<Done>): Promise<Done> {
    while (this.lettingGo !== null) await this.lettingGo;
    this.running += 1;
    try {
      return await paint();
    } finally {
      this.running -= 1;
      this.painted += 1;
      if (this.running === 0 && this.painted >= EVERY) this.letGo();
    }
  }

  private letGo(): void {
    this.painted = 0;
    // It says no while a painting that was given up has not ended: the next time, then.
    this.lettingGo = this.document.cleanup().then(() => undefined, () => undefined).finally(() => { this.lettingGo = null; });
  }
}

const known = new WeakMap<PDFDocumentProxy, Upkeep>();

/** Every painting of a page goes through here. */
export function whilePainting<Done>(document: PDFDocumentProxy, paint: () => Promise<Done>): Promise<Done> {
  const upkeep = known.get(document) ?? new Upkeep(document);
  known.set(document, upkeep);
  return upkeep.during(paint);
}

/** A page that is not on screen any more. What is still being painted of it ends first. */
export function leavePage(document: PDFDocumentProxy, number: number): void {
  document.getPage(number).then((page) => page.cleanup()).catch(() => undefined);
}
