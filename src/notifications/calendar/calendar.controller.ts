import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../http/allow.js';
import { Refusal } from '../../http/refusal.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

const FILE = /^([\w-]{43})\.ics$/;

/** Calendars of other programs: who has the address reads it, without a cookie. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendars: CalendarFeedsService) {}

  @Get(':file') @Public()
  async read(@Param('file') file: string, @Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const token = FILE.exec(file)?.[1];
    if (token === undefined) throw new Refusal('notFound');
    const { text, etag } = await this.calendars.read(token);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    const isKnown = (known ?? '').split(',').some((word) => word.trim().replace(/^W\//, '') === etag);
    if (isKnown) return void reply.status(304).send();
    void reply.header('content-type', 'text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="e-cabinet.ics"').send(text);
  }
}
