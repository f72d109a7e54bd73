import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { setSessionToken } from '../../http/cookies.js';
import { found } from '../../http/refusal.js';
import type { MeDto } from '../identity.dto.js';
import { PeopleService } from '../people.service.js';
import { SessionReader } from '../session-reader.js';

/** The end of every way in: the new session's secret goes into the cookie, and the person learns who they are. */
@Injectable()
export class Welcome {
  constructor(
    private readonly people: PeopleService,
    private readonly sessions: SessionReader,
  ) {}

  async in(session: string, request: FastifyRequest, reply: FastifyReply): Promise<MeDto> {
    setSessionToken(request, reply, session);
    return this.people.me(found(await this.sessions.find(session)));
  }
}
