import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { StepUpService } from '../identity/step-up/step-up.service.js';
import { BallotGatherer } from './ballot-gatherer.js';
import { MotionReaderService } from './motion-reader.service.js';
import { MotionActsService } from './motion-acts.service.js';
import { MotionsService } from './motions.service.js';
import { OpenDto } from './meeting-votes.dto.js';
import { AnnulDto, CastDto, EditMotionDto, MotionDto, PrepareMotionDto, ReceiptDto } from './voting.dto.js';

@Controller()
export class VotingController {
  constructor(
    private readonly motions: MotionsService,
    private readonly acts: MotionActsService,
    private readonly reader: MotionReaderService,
    private readonly ballots: BallotGatherer,
    private readonly stepUp: StepUpService,
  ) {}

  @Post('items/:id/motions') @Allow('motion.prepare')
  async prepare(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: PrepareMotionDto): Promise<MotionDto> {
    return this.reader.read(actor, await this.motions.prepare(actor, id, dto));
  }

  @Get('motions/:id') @Allow('session.follow')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    return this.reader.read(actor, id);
  }

  @Patch('motions/:id') @Allow('motion.prepare')
  async edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditMotionDto): Promise<MotionDto> {
    await this.motions.edit(actor, id, dto);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/open') @Allow('motion.run') @HttpCode(200)
  async open(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { rollCall = false }: OpenDto): Promise<MotionDto> {
    await this.acts.open(actor, id, { rollCall });
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/pause') @Allow('motion.run') @HttpCode(200)
  async pause(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    await this.acts.pause(actor, id);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/continue') @Allow('motion.run') @HttpCode(200)
  async continue(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    await this.acts.continue(actor, id);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/close') @Allow('motion.run') @HttpCode(200)
  async close(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    await this.acts.close(actor, id);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/publish') @Allow('motion.run') @HttpCode(200)
  async publish(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    await this.acts.publish(actor, id);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/annul') @Allow('motion.run') @HttpCode(200)
  async annul(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: AnnulDto): Promise<MotionDto> {
    await this.acts.annul(actor, id, dto.reason);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/repeat') @Allow('motion.run')
  async repeat(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    return this.reader.read(actor, await this.motions.repeat(actor, id));
  }

  /** Casts one's ballot. The same ballot again gets the same receipt; another choice is refused. */
  @Post('motions/:id/ballots') @Allow('motion.cast')
  async cast(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: CastDto, @Req() request: FastifyRequest): Promise<ReceiptDto> {
    const wanted = { act: 'ballot' as const, subjectId: id, answers: [{ questionId: id, choice: dto.choice, text: dto.text ?? null, ...(dto.selected && dto.selected.length > 0 ? { selected: dto.selected } : {}) }] };
    const evidence = dto.proof === undefined ? undefined : await this.stepUp.prove(actor, wanted, { proof: dto.proof, place: request });
    const { receipt, choice, at } = await this.ballots.cast({ actor, motionId: id, choice: dto.choice, text: dto.text, selected: dto.selected, evidence });
    return { motionId: id, receipt, choice, at: at.toISOString() };
  }
}
