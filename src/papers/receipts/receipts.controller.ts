import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { RemindersService } from './reminders.service.js';
import { PaperReceiptsDto, RemindedDto, SessionReceiptsDto } from './receipts.dto.js';
import { ReceiptsService } from './receipts.service.js';

/** What became of papers that were given out, for who prepares them. */
@Controller()
export class ReceiptsController {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly reminders: RemindersService,
  ) {}

  @Get('papers/:id/receipts') @Allow('paper.prepare')
  ofPaper(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<PaperReceiptsDto> {
    return this.receipts.ofPaper(actor, id);
  }

  /** Reminds all who have not opened the current version. */
  @Post('papers/:id/reminders') @Allow('paper.prepare') @HttpCode(200)
  async remind(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<RemindedDto> {
    return { people: await this.reminders.remind(actor, id) };
  }

  @Get('sessions/:id/receipts') @Allow('paper.prepare')
  ofSession(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<SessionReceiptsDto> {
    return this.receipts.ofSession(actor, id);
  }
}
