import { Module } from '@nestjs/common';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

/** Finds words in what other features hold, by one named query. */
@Module({ imports: [OpinionsModule], controllers: [SearchController], providers: [SearchService] })
export class SearchModule {}
