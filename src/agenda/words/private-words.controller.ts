import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import { ChangedDto } from '../../http/changed.dto.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { PrivateWordsDto, PrivateWordTextDto } from './private-words.dto.js';
import { PrivateWordsService } from './private-words.service.js';

/** A private word to who presides. Each command answers with the session. */
@Controller()
export class PrivateWordsController {
  constructor(private readonly words: PrivateWordsService) {}

  @Get('sessions/:id/private-words') @Allow('session.visit')
  list(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<PrivateWordsDto> {
    return this.words.list(actor, id);
  }

  @Post('sessions/:id/private-words') @Allow('session.visit')
  async send(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { text }: PrivateWordTextDto): Promise<ChangedDto> {
    return { id: await this.words.send(actor, id, text) };
  }

  @Post('private-words/:id/read') @Allow('session.visit') @HttpCode(200)
  async read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<ChangedDto> {
    return { id: await this.words.read(actor, id) };
  }

  @Post('private-words/:id/answer') @Allow('session.visit') @HttpCode(200)
  async answer(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { text }: PrivateWordTextDto): Promise<ChangedDto> {
    return { id: await this.words.answer(actor, id, text) };
  }
}
