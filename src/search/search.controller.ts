import { Controller, Get, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import { Costs } from '../http/costs.js';
import type { SignedIn } from '../identity/session-reader.js';
import { SearchDto, SearchQueryDto } from './search.dto.js';
import { SearchService } from './search.service.js';

@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** Finds words in papers, items, motions, comments and sessions that the reader may see. */
  @Get() @Allow('session.visit') @Costs('search')
  find(@CurrentActor() actor: SignedIn, @Query() query: SearchQueryDto): Promise<SearchDto> {
    return this.search.find(actor, query);
  }
}
