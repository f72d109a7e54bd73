import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { AssignAssistantDto, AssistantsDto, ChooseAssistantsDto } from './assistants.dto.js';
import { AssistantsService } from './assistants.service.js';

@Controller('bodies/:bodyId')
export class AssistantsController {
  constructor(private readonly assistants: AssistantsService) {}

  @Get('my-assistants') @Allow('opinion.reply')
  async mine(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<AssistantsDto> {
    return { assistants: await this.assistants.mine(actor, bodyId) };
  }

  /** Whom the member lets prepare drafts, instead of who did. */
  @Put('my-assistants') @Allow('opinion.reply')
  async choose(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Body() dto: ChooseAssistantsDto): Promise<AssistantsDto> {
    await this.assistants.choose(actor, bodyId, dto.accountIds);
    return { assistants: await this.assistants.mine(actor, bodyId) };
  }

  @Get('assistants') @Allow('body.administer')
  async all(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<AssistantsDto> {
    return { assistants: await this.assistants.all(actor, bodyId) };
  }

  @Put('assistants/:accountId') @Allow('body.administer') @HttpCode(204)
  async assign(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Param('accountId', ParseUUIDPipe) accountId: string, @Body() dto: AssignAssistantDto): Promise<void> {
    await this.assistants.assign(actor, bodyId, { accountId, memberId: dto.memberId ?? null });
  }
}
