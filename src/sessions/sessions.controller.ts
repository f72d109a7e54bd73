import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import { ChangedDto } from '../http/changed.dto.js';
import type { SignedIn } from '../identity/session-reader.js';
import { AttendanceService } from './attendance.service.js';
import { AttendanceActDto, CreateSessionDto, EditSessionDto, SessionActDto } from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly attendance: AttendanceService,
  ) {}

  @Post('bodies/:bodyId/sessions') @Allow('session.prepare')
  async create(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Body() dto: CreateSessionDto): Promise<ChangedDto> {
    return { id: await this.sessions.create(actor, bodyId, dto) };
  }

  @Patch('sessions/:id') @Allow('session.prepare')
  async edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditSessionDto): Promise<ChangedDto> {
    await this.sessions.edit(actor, id, dto);
    return { id };
  }

  @Post('sessions/:id/acts') @Allow('session.read') @HttpCode(200)
  async act(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: SessionActDto): Promise<ChangedDto> {
    await this.sessions.act(actor, id, dto.act, dto.reason);
    return { id };
  }

  @Post('sessions/:id/attendance') @Allow('session.read') @HttpCode(200)
  async attend(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: AttendanceActDto): Promise<ChangedDto> {
    await this.attendance.act(actor, id, dto);
    return { id };
  }
}
