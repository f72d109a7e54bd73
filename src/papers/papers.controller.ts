import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../http/allow.js';
import { Costs } from '../http/costs.js';
import type { SignedIn } from '../identity/session-reader.js';
import { PaperFilesService } from './paper-files.service.js';
import { PaperReaderService } from './paper-reader.service.js';
import { PaperSignaturesService } from './paper-signatures.service.js';
import { PaperBriefDto, PaperDto, ReadDto, RecallDto } from './papers.dto.js';
import { PapersService } from './papers.service.js';
import { PaperSignaturesDto } from './signatures.dto.js';
import { UploadReceiver } from './upload-receiver.js';
import { UploadsService } from './uploads.service.js';

/** The fields stand before the file. */
const UPLOAD = { schema: { type: 'object', required: ['file'], properties: {
  title: { type: 'string', maxLength: 300 }, part: { type: 'string', enum: ['main', 'summary', 'annex'] }, note: { type: 'string', maxLength: 2000 },
  classification: { type: 'string', enum: ['normal', 'mat', 'toiMat', 'tuyetMat'] }, file: { type: 'string', format: 'binary' },
} } };

@Controller()
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly uploads: UploadsService,
    private readonly reader: PaperReaderService,
    private readonly files: PaperFilesService,
    private readonly receiver: UploadReceiver,
    private readonly signatures: PaperSignaturesService,
  ) {}

  /** Adds a PDF to an agenda item. */
  @Post('items/:id/papers') @Allow('paper.prepare') @ApiConsumes('multipart/form-data') @ApiBody(UPLOAD) @Costs('upload')
  async addToItem(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<PaperBriefDto> {
    await this.uploads.checkAdd(actor, { kind: 'item', id });
    return this.receiver.receive(request, (file) => this.uploads.add(actor, { kind: 'item', id }, file));
  }

  /** Adds a PDF to a written opinion request. */
  @Post('opinion-requests/:id/papers') @Allow('paper.prepare') @ApiConsumes('multipart/form-data') @ApiBody(UPLOAD) @Costs('upload')
  async addToRequest(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<PaperBriefDto> {
    await this.uploads.checkAdd(actor, { kind: 'request', id });
    return this.receiver.receive(request, (file) => this.uploads.add(actor, { kind: 'request', id }, file));
  }

  /** A new version of a paper; it waits for its release. */
  @Post('papers/:id/versions') @Allow('paper.prepare') @ApiConsumes('multipart/form-data') @ApiBody(UPLOAD) @Costs('upload')
  async replacePaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<PaperBriefDto> {
    await this.uploads.checkReplace(actor, id);
    return this.receiver.receive(request, (file) => this.uploads.replace(actor, id, file));
  }

  @Post('papers/:id/release') @Allow('paper.prepare') @HttpCode(200)
  releasePaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<PaperBriefDto> {
    return this.papers.release(actor, id);
  }

  @Post('papers/:id/recall') @Allow('paper.prepare') @HttpCode(200)
  recallPaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: RecallDto): Promise<PaperBriefDto> {
    return this.papers.recall(actor, id, dto.reason);
  }

  @Delete('papers/:id') @Allow('paper.prepare') @HttpCode(204)
  removePaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.remove(actor, id);
  }

  @Get('papers/:id') @Allow('paper.read')
  readPaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<PaperDto> {
    return this.reader.read(actor, id);
  }

  /** The file for reading on screen, whole or in parts (Range). */
  @Get('paper-versions/:id/file') @Allow('paper.read') @ApiProduces('application/pdf')
  sendFile(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.files.send(actor, id, { request, reply });
  }

  /** The Word document that the file was made from. */
  @Get('paper-versions/:id/original') @Allow('paper.read') @ApiProduces('application/octet-stream')
  sendOriginal(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.files.sendOriginal(actor, id, reply);
  }

  /** Digital signatures of the file: who, when, and what they cover. */
  @Get('paper-versions/:id/signatures') @Allow('paper.read')
  readSignatures(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<PaperSignaturesDto> {
    return this.signatures.read(actor, id);
  }

  /** Receipt: opened, and the furthest page. */
  @Put('paper-versions/:id/read') @Allow('paper.read') @HttpCode(204)
  noteRead(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: ReadDto): Promise<void> {
    return this.papers.noteRead(actor, id, dto);
  }
}
