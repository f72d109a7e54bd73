import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { buildPdf } from './hostile-pdfs.js';

/** A PDF of pages with so many lines of Latin letters each. */
export function linesPdf(pages: readonly (readonly string[])[]): Buffer {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  return buildPdf([
    '<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((lines, index) => {
      const content = `BT /F1 12 Tf 20 TL 72 740 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
      return [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${5 + index * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`, `<</Length ${content.length}>>stream\n${content}\nendstream`];
    }),
  ]);
}

/** Another version of a real paper: its pages in another order, some left out, others put in. @param plan pages of the paper from 1, or a file to put in */
export async function withPages(paper: Uint8Array, plan: (count: number) => readonly (number | Uint8Array)[]): Promise<Buffer> {
  const document = await getDocument({ data: paper.slice(), verbosity: 0, isEvalSupported: false, disableFontFace: true }).promise;
  const parts = plan(document.numPages).map((part) => (typeof part === 'number' ? { document: null, includePages: [part - 1] } : { document: new Uint8Array(part) }));
  const made = await document.extractPages(parts);
  await document.destroy();
  return Buffer.from(made);
}
