import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

/** Finds words in what other features hold, by one named query. */
@Module({ controllers: [SearchController], providers: [SearchService] })
export class SearchModule {}
