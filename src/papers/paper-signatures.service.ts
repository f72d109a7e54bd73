import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import type { SignedIn } from '../identity/session-reader.js';
import { BlobVault } from '../storage/blob-vault.js';
import { PdfInspector } from './inspection/pdf-inspector.js';
import { type PaperSignaturesDto, toSignatureDto } from './signatures.dto.js';
import { PapersRepository } from './papers.repository.js';

/** What the digital signatures of a version say and what they cover. */
@Injectable()
export class PaperSignaturesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly vault: BlobVault,
    private readonly inspector: PdfInspector,
  ) {}

  /** Looked at when the file came; a file of an older installation is looked at now. @throws Refusal notFound, paperUnreadable */
  async read(actor: SignedIn, versionId: string): Promise<PaperSignaturesDto> {
    const { version } = await this.transactor.run((tx) => this.papers.version(tx, actor, versionId));
    const facts = version.signatureFacts ?? (await this.inspector.look({ size: version.size, open: () => this.vault.open(version) })).signatures;
    return { size: version.size, signatures: facts.map((one) => toSignatureDto(one)).sort((a, b) => a.coveredTo - b.coveredTo) };
  }
}
