import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import { Costs } from '../../http/costs.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { ChangesBriefDto, ComparingQueryDto, VersionChangesDto } from './comparing.dto.js';
import { ComparingService } from './comparing.service.js';

/** What changed between two versions of a paper, for who may read both. */
@Controller('paper-versions/:id/changes')
export class ComparingController {
  constructor(private readonly comparing: ComparingService) {}

  @Get() @Allow('paper.read') @Costs('search')
  readChanges(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Query() { since }: ComparingQueryDto): Promise<VersionChangesDto> {
    return this.comparing.changes(actor, id, since ?? null);
  }

  /** How much changed, and where it begins. */
  @Get('brief') @Allow('paper.read') @Costs('search')
  readBrief(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Query() { since }: ComparingQueryDto): Promise<ChangesBriefDto> {
    return this.comparing.brief(actor, id, since ?? null);
  }
}
