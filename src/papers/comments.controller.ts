import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { AddCommentDto, CommentDto, CommentsDto, CommentsQueryDto } from './comments.dto.js';
import { CommentsService } from './comments.service.js';

@Controller('items/:id/comments')
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Get() @Allow('session.follow')
  async list(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Query() { paperId }: CommentsQueryDto): Promise<CommentsDto> {
    return { comments: await this.comments.list(actor, id, paperId) };
  }

  @Post() @Allow('agenda.comment')
  add(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: AddCommentDto): Promise<CommentDto> {
    return this.comments.add(actor, id, dto);
  }
}
