import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../http/allow.js';
import { Costs } from '../http/costs.js';
import type { SignedIn } from '../identity/session-reader.js';
import { UploadReceiver } from '../papers/upload-receiver.js';
import { DossierPapersService } from './dossier-papers.service.js';
import { DossierReaderService } from './dossier-reader.service.js';
import { CreateDossierDto, DossierActDto, DossierDto, DossierPaperEditDto, DossiersDto, EditDossierDto, PlaceDossierDto } from './dossiers.dto.js';
import { DossiersService } from './dossiers.service.js';
import { PlacingService } from './placing.service.js';

/** The fields stand before the file. */
const UPLOAD = { schema: { type: 'object', required: ['file'], properties: {
  title: { type: 'string', maxLength: 300 }, part: { type: 'string', enum: ['main', 'summary', 'annex'] }, note: { type: 'string', maxLength: 2000 },
  classification: { type: 'string', enum: ['normal', 'mat', 'toiMat', 'tuyetMat'] }, file: { type: 'string', format: 'binary' },
} } };

/** Dossiers of sponsors: written and submitted by them, checked, returned and placed by the secretariat. */
@Controller()
export class DossiersController {
  constructor(
    private readonly dossiers: DossiersService,
    private readonly reader: DossierReaderService,
    private readonly papers: DossierPapersService,
    private readonly placing: PlacingService,
    private readonly receiver: UploadReceiver,
  ) {}

  /** Of one's own organisation, or, for the office, those that were submitted. */
  @Get('bodies/:id/dossiers') @Allow('dossier.read')
  list(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<DossiersDto> {
    return this.reader.list(actor, id);
  }

  @Post('bodies/:id/dossiers') @Allow('dossier.submit')
  create(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: CreateDossierDto): Promise<DossierDto> {
    return this.dossiers.create(actor, id, dto);
  }

  @Get('dossiers/:id') @Allow('dossier.read')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<DossierDto> {
    return this.reader.read(actor, id);
  }

  @Patch('dossiers/:id') @Allow('dossier.submit')
  edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditDossierDto): Promise<DossierDto> {
    return this.dossiers.edit(actor, id, dto);
  }

  /** Submits or withdraws it, as the sponsor; returns or accepts it, as the secretariat. */
  @Post('dossiers/:id/acts') @Allow('dossier.read') @HttpCode(200)
  act(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: DossierActDto): Promise<DossierDto> {
    return this.dossiers.act(actor, id, dto);
  }

  /** Puts its papers on an agenda. */
  @Post('dossiers/:id/place') @Allow('dossier.clear') @HttpCode(200)
  place(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: PlaceDossierDto): Promise<DossierDto> {
    return this.placing.place(actor, id, dto);
  }

  /** Adds a PDF, or a Word document that a PDF is made of. */
  @Post('dossiers/:id/papers') @Allow('dossier.submit') @ApiConsumes('multipart/form-data') @ApiBody(UPLOAD) @Costs('upload')
  async addPaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<DossierDto> {
    await this.papers.checkAdd(actor, id);
    return this.receiver.receive(request, (file) => this.papers.add(actor, id, file));
  }

  @Post('dossiers/:id/papers/:paperId/versions') @Allow('dossier.submit') @ApiConsumes('multipart/form-data') @ApiBody(UPLOAD) @Costs('upload')
  async replacePaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Param('paperId', ParseUUIDPipe) paperId: string, @Req() request: FastifyRequest): Promise<DossierDto> {
    await this.papers.demandOwn(actor, { id, paperId });
    return this.receiver.receive(request, (file) => this.papers.replace(actor, { id, paperId }, file));
  }

  @Patch('dossiers/:id/papers/:paperId') @Allow('dossier.submit')
  editPaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Param('paperId', ParseUUIDPipe) paperId: string, @Body() dto: DossierPaperEditDto): Promise<DossierDto> {
    return this.papers.edit(actor, { id, paperId }, dto);
  }

  @Delete('dossiers/:id/papers/:paperId') @Allow('dossier.submit')
  removePaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Param('paperId', ParseUUIDPipe) paperId: string): Promise<DossierDto> {
    return this.papers.remove(actor, { id, paperId });
  }
}
