// Tables for scripts of East Asia, read before the right to read files is gone. Import it before `giveUpRights` is called.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CMAPS = fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));
const cmaps = new Map(readdirSync(CMAPS).filter((name) => name.endsWith('.bcmap')).map((name) => [name.slice(0, -6), readFileSync(path.join(CMAPS, name))]));

export class KnownCMaps {
  async fetch({ name }) {
    const data = cmaps.get(name);
    if (!data) throw new Error('unknown character map');
    return { cMapData: new Uint8Array(data), isCompressed: true };
  }
}
