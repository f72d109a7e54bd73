import { Body, Controller, Delete, Get, Header, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import { Costs } from '../../http/costs.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { NoteSharingService } from './note-sharing.service.js';
import { AnnotationPageDto, DropNoteQueryDto, MyNotesDto, NoteDto, NoteEntryDto, NoteReadersDto, NotesQueryDto, ShareNoteDto, VersionNotesDto } from './notes.dto.js';
import { NotesService } from './notes.service.js';

/** My notes on papers: mine alone, until I show one to somebody. */
@Controller()
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly sharing: NoteSharingService,
  ) {}

  /** Mine, and those shared with me, newest first. */
  @Get('notes') @Allow('paper.read')
  readMine(@CurrentActor() actor: SignedIn, @Query() query: NotesQueryDto): Promise<MyNotesDto> {
    return this.notes.mine(actor, query);
  }

  /** Makes a note or changes it; sent twice, it is there once. */
  @Put('notes/:id') @Allow('paper.read')
  put(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: NoteEntryDto): Promise<NoteDto> {
    return this.notes.put(actor, id, dto);
  }

  /** Deletes, unless another device has changed it since. */
  @Delete('notes/:id') @Allow('paper.read')
  drop(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Query() { base }: DropNoteQueryDto): Promise<NoteDto> {
    return this.notes.drop(actor, id, base);
  }

  @Put('notes/:id/readers') @Allow('paper.read')
  share(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { accountIds }: ShareNoteDto): Promise<NoteDto> {
    return this.sharing.share(actor, id, accountIds);
  }

  @Get('paper-versions/:id/notes') @Allow('paper.read')
  ofVersion(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<VersionNotesDto> {
    return this.notes.ofVersion(actor, id);
  }

  /** To whom notes on this paper can be shown. */
  @Get('paper-versions/:id/note-readers') @Allow('paper.read')
  async readers(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<NoteReadersDto> {
    return { people: await this.sharing.readers(actor, id) };
  }

  /** My notes on this version as W3C web annotations. */
  @Get('paper-versions/:id/annotations') @Allow('paper.read') @Costs('export') @Header('content-disposition', 'attachment; filename="annotations.jsonld"')
  annotations(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<AnnotationPageDto> {
    return this.sharing.annotations(actor, id);
  }
}
