import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import { found, Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Paper } from '../papers/paper.entity.js';
import type { ReceivedFile } from '../papers/upload-receiver.js';
import { PapersService } from '../papers/papers.service.js';
import { UploadsService } from '../papers/uploads.service.js';
import { DossierReaderService } from './dossier-reader.service.js';
import { DossiersRepository } from './dossiers.repository.js';
import { DossiersService } from './dossiers.service.js';
import type { DossierDto, DossierPaperEditDto } from './dossiers.dto.js';

/** Files of a dossier: its sponsors' to add, replace and remove until it is submitted. */
@Injectable()
export class DossierPapersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly dossiers: DossiersRepository,
    private readonly service: DossiersService,
    private readonly reader: DossierReaderService,
    private readonly uploads: UploadsService,
    private readonly papers: PapersService,
  ) {}

  /** Refuses before the file is sent. */
  async checkAdd(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run((tx) => this.service.editable(tx, actor, id));
  }

  async add(actor: SignedIn, id: string, file: ReceivedFile): Promise<DossierDto> {
    await this.uploads.add(actor, { kind: 'dossier', id }, file);
    return this.reader.read(actor, id);
  }

  /** While it is with the sponsor, and as a supplement once its papers lie on the agenda: then the secretariat releases it. */
  async replace(actor: SignedIn, at: { id: string; paperId: string }, file: ReceivedFile): Promise<DossierDto> {
    await this.demandOwn(actor, at);
    await this.uploads.replace(actor, at.paperId, file);
    return this.reader.read(actor, at.id);
  }

  async edit(actor: SignedIn, { id, paperId }: { id: string; paperId: string }, { title, part }: DossierPaperEditDto): Promise<DossierDto> {
    return this.transactor.run(async (tx) => {
      const { dossier } = await this.service.editable(tx, actor, id);
      const paper = found(await tx.manager.findOneBy(Paper, { id: paperId, dossierId: id }));
      await tx.manager.update(Paper, { id: paperId }, { title: title?.trim() ?? paper.title, part: part ?? paper.part });
      await this.dossiers.tell(tx, actor, { dossier, act: 'edited', ids: { paperId } });
      return this.reader.readIn(tx, actor, id);
    });
  }

  async remove(actor: SignedIn, at: { id: string; paperId: string }): Promise<DossierDto> {
    await this.checkAdd(actor, at.id);
    await this.demandOwn(actor, at);
    await this.papers.remove(actor, at.paperId);
    return this.reader.read(actor, at.id);
  }

  /** One of the dossier's own papers, asked for by one of its sponsors. */
  async demandOwn(actor: SignedIn, { id, paperId }: { id: string; paperId: string }): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { isSponsor } = await this.dossiers.load(tx, actor, id);
      if (!isSponsor) throw new Refusal('notAllowed');
      found(await tx.manager.findOneBy(Paper, { id: paperId, dossierId: id }));
    });
  }
}
