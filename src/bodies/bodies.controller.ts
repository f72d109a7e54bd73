import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import {
  BodiesDto, BodyDto, CreateBodyDto, CreateMemberDto, CreateSeatDto, EditBodyDto, EditSeatDto, EndTermDto,
  ImportPreviewDto, ImportPreviewRequestDto, ImportRequestDto, ImportResultDto, SeatDto, SeatsDto, SeatsQueryDto,
} from './bodies.dto.js';
import { BodiesService } from './bodies.service.js';
import { MemberImportService } from './member-import.service.js';
import { SeatsService } from './seats.service.js';

@Controller()
export class BodiesController {
  constructor(
    private readonly bodies: BodiesService,
    private readonly seats: SeatsService,
    private readonly imports: MemberImportService,
  ) {}

  @Get('bodies') @Allow('signedIn')
  list(@CurrentActor() actor: SignedIn): Promise<BodiesDto> {
    return this.bodies.list(actor);
  }

  @Post('bodies') @Allow('body.administer')
  create(@CurrentActor() actor: SignedIn, @Body() dto: CreateBodyDto): Promise<BodyDto> {
    return this.bodies.create(actor, dto);
  }

  @Patch('bodies/:id') @Allow('body.administer')
  edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditBodyDto): Promise<BodyDto> {
    return this.bodies.edit(actor, id, dto);
  }

  @Get('bodies/:id/seats') @Allow('signedIn')
  async listSeats(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Query() query: SeatsQueryDto): Promise<SeatsDto> {
    return { seats: await this.seats.list(actor, id, query.on) };
  }

  @Post('bodies/:id/seats') @Allow('body.administer')
  createSeat(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: CreateSeatDto): Promise<SeatDto> {
    return this.seats.create(actor, id, dto);
  }

  @Patch('seats/:id') @Allow('body.administer')
  editSeat(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditSeatDto): Promise<SeatDto> {
    return this.seats.edit(actor, id, dto);
  }

  @Post('seats/:id/members') @Allow('body.administer')
  addMember(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: CreateMemberDto): Promise<SeatDto> {
    return this.seats.addMember(actor, id, dto);
  }

  @Post('members/:id/end') @Allow('body.administer') @HttpCode(200)
  endTerm(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EndTermDto): Promise<SeatDto> {
    return this.seats.endTerm(actor, id, dto.on);
  }

  @Post('bodies/:id/members-import/preview') @Allow('body.administer') @HttpCode(200)
  previewImport(@Param('id', ParseUUIDPipe) id: string, @Body() dto: ImportPreviewRequestDto): Promise<ImportPreviewDto> {
    return this.imports.preview(id, dto.csv);
  }

  @Post('bodies/:id/members-import') @Allow('body.administer') @HttpCode(200)
  importMembers(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: ImportRequestDto): Promise<ImportResultDto> {
    return this.imports.run(actor, id, dto.csv, dto.digest);
  }
}
