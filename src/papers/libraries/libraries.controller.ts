import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { FolderNameDto, LibraryDto, LinkPaperDto, MoveLinkDto } from './libraries.dto.js';
import { LibrariesService } from './libraries.service.js';
import { LibraryReader } from './library-reader.js';

/** Folders with links to papers: a person's own, and a body's. Each change answers with the library as it is then. */
@Controller()
@Allow('paper.read')
export class LibrariesController {
  constructor(
    private readonly libraries: LibrariesService,
    private readonly reader: LibraryReader,
  ) {}

  @Get('library')
  readMine(@CurrentActor() actor: SignedIn): Promise<LibraryDto> {
    return this.reader.read(actor, null);
  }

  @Get('bodies/:id/library')
  readOfBody(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<LibraryDto> {
    return this.reader.read(actor, id);
  }

  @Post('library/folders')
  addMine(@CurrentActor() actor: SignedIn, @Body() dto: FolderNameDto): Promise<LibraryDto> {
    return this.libraries.addFolder(actor, { bodyId: null, name: dto.name });
  }

  @Post('bodies/:id/library/folders')
  addOfBody(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: FolderNameDto): Promise<LibraryDto> {
    return this.libraries.addFolder(actor, { bodyId: id, name: dto.name });
  }

  @Patch('library-folders/:id')
  rename(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: FolderNameDto): Promise<LibraryDto> {
    return this.libraries.rename(actor, id, dto.name);
  }

  /** With its links; the papers stay where they are. */
  @Delete('library-folders/:id') @HttpCode(200)
  removeFolder(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<LibraryDto> {
    return this.libraries.removeFolder(actor, id);
  }

  /** A paper that lies there already stays there, once. */
  @Post('library-folders/:id/links')
  addLink(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: LinkPaperDto): Promise<LibraryDto> {
    return this.libraries.addLink(actor, id, dto.paperId);
  }

  @Patch('library-links/:id')
  move(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: MoveLinkDto): Promise<LibraryDto> {
    return this.libraries.move(actor, id, dto.folderId);
  }

  @Delete('library-links/:id') @HttpCode(200)
  removeLink(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<LibraryDto> {
    return this.libraries.removeLink(actor, id);
  }
}
