import { Injectable } from '@nestjs/common';
import { open } from 'node:fs/promises';
import { Refusal } from '../http/refusal.js';
import { BlobVault, type StoredBlob } from '../storage/blob-vault.js';
import { WordConverter } from './conversion/word-converter.js';
import type { OriginalFile } from './domain/office-file.js';
import { OfficeInspector } from './inspection/office-inspector.js';
import type { PdfFacts } from './inspection/pdf-facts.js';
import { PdfInspector } from './inspection/pdf-inspector.js';
import type { ReceivedFile } from './upload-receiver.js';

/** A file that was looked at and stored: a PDF, with the document it was made from. */
export interface KeptFile extends ReceivedFile {
  facts: PdfFacts;
  blob: StoredBlob;
  original: (OriginalFile & { blobId: string }) | null;
}

/** ZIP, and the compound file of older Word versions and of encrypted documents. */
const OFFICE_STARTS = ['504b0304', 'd0cf11e0'];

/** Decides what a file is by its content, makes a PDF of it where it is a Word document, and stores both sealed. */
@Injectable()
export class PaperIntake {
  constructor(
    private readonly pdfs: PdfInspector,
    private readonly documents: OfficeInspector,
    private readonly converter: WordConverter,
    private readonly vault: BlobVault,
  ) {}

  /** @throws Refusal as `PdfInspector.inspect`, `OfficeInspector.inspect` and `WordConverter.convert` */
  async keep(received: ReceivedFile): Promise<KeptFile> {
    if (!OFFICE_STARTS.includes(await startOf(received.path))) return { ...received, ...(await this.keepPdf(received.path)), original: null };
    const warnings = await this.documents.inspect(received.path);
    if (!this.converter.isThere) throw new Refusal('converterMissing');
    const { path, fileName } = received;
    // Names end in .pdf from their arrival on.
    const name = fileName.replace(/\.pdf$/i, '').replace(/\.docx$/i, '');
    return this.converter.convert(path, async (pdfPath) => {
      const pdf = await this.keepPdf(pdfPath);
      const { blobId, sha256, size } = await this.vault.seal(path);
      return { ...received, ...pdf, fileName: `${name}.pdf`, original: { blobId, sha256, size, fileName: `${name}.docx`, warnings } };
    });
  }

  private async keepPdf(path: string): Promise<Pick<KeptFile, 'facts' | 'blob'>> {
    return { facts: await this.pdfs.inspect(path), blob: await this.vault.seal(path) };
  }
}

/** The first four bytes, as hexadecimal digits. */
async function startOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead).toString('hex');
  } finally {
    await file.close();
  }
}
