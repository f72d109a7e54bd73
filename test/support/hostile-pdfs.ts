import { deflateSync } from 'node:zlib';

/** A PDF of the given objects, numbered from 1; the first is the catalogue. */
export function buildPdf(objects: (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`));
  return Buffer.concat(parts);
}

const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>';
const ONE_PAGE = '<</Type/Pages/Kids[3 0 R]/Count 1>>';

/** Many pages with the same line on each. */
export function pagesPdf(text: string, pages: number): Buffer {
  const content = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`);
  return buildPdf([
    '<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages}>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...kids.map(() => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>'),
  ]);
}

/** One page with a line of text in a standard font. @param extra goes into the catalogue */
export function textPdf(text = 'Phien hop', extra = ''): Buffer {
  const content = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
  return buildPdf([
    `<</Type/Catalog/Pages 2 0 R${extra}>>`, ONE_PAGE,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]);
}

/** A content stream of spaces, deflated twice: a few kilobytes that unpack to `size` bytes. */
export function flateBomb(size = 1 << 30): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(size, ' '), { level: 9 }), { level: 9 });
  return buildPdf([
    '<</Type/Catalog/Pages 2 0 R>>', ONE_PAGE, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    Buffer.concat([Buffer.from(`<</Length ${packed.length}/Filter[/FlateDecode/FlateDecode]>>stream\n`), packed, Buffer.from('\nendstream')]),
  ]);
}

export function zeroPages(): Buffer {
  return buildPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']);
}

export function manyPages(count = 10_000): Buffer {
  return buildPdf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count ${count}>>`, PAGE]);
}

export function deepOutline(levels = 5_000): Buffer {
  const entries = Array.from({ length: levels }, (_, level) => `<</Title(x)/Parent ${4 + level} 0 R/First ${6 + level} 0 R/Last ${6 + level} 0 R>>`);
  return buildPdf(['<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>', ONE_PAGE, PAGE, '<</First 5 0 R/Last 5 0 R>>', ...entries, '<</Title(end)>>']);
}

/** An image of 30,000 by 30,000 black dots in a few kilobytes. */
export function imageBomb(): Buffer {
  const packed = deflateSync(Buffer.alloc((30_000 * 30_000) / 8), { level: 9 });
  const content = 'q 595 0 0 842 0 0 cm /Im Do Q';
  return buildPdf([
    '<</Type/Catalog/Pages 2 0 R>>', ONE_PAGE,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    Buffer.concat([
      Buffer.from(`<</Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode/Length ${packed.length}>>stream\n`),
      packed, Buffer.from('\nendstream'),
    ]),
  ]);
}

/** HTML first, then a PDF: a browser that guesses would run the script. */
export function polyglotHtml(): Buffer {
  return Buffer.concat([Buffer.from(`<html><script>alert(1)</script>${' '.repeat(860)}</html>\n`), textPdf()]);
}

/** A PDF with an (empty) ZIP archive behind it. */
export function polyglotZip(): Buffer {
  return Buffer.concat([textPdf(), Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
}
