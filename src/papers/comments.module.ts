import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.js';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';

@Module({ imports: [AgendaModule], controllers: [CommentsController], providers: [CommentsService], exports: [CommentsService] })
export class CommentsModule {}
