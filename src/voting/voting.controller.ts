import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { StepUpService } from '../identity/step-up/step-up.service.js';
import { BallotGatherer } from './ballot-gatherer.js';
import { MotionReaderService } from './motion-reader.service.js';
import { MotionsService } from './motions.service.js';
import { AnnulDto, CastDto, EditMotionDto, MotionDto, PrepareMotionDto, ReceiptDto } from './voting.dto.js';

@Controller()
export class VotingController {
  constructor(
    private readonly motions: MotionsService,
    private readonly reader: MotionReaderService,
    private readonly ballots: BallotGatherer,
    private readonly stepUp: StepUpService,
  ) {}

  @Post('items/:id/motions') @Allow('motion.prepare')
  async prepare(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: PrepareMotionDto): Promise<MotionDto> {
    return this.reader.read(actor, await this.motions.prepare(actor, id, dto));
  }

  @Get('motions/:id') @Allow('session.read')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    return this.reader.read(actor, id);
  }

  @Patch('motions/:id') @Allow('motion.prepare')
  async edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditMotionDto): Promise<MotionDto> {
    await this.motions.edit(actor, id, dto);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/open') @Allow('motion.run') @HttpCode(200)
  async open(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    await this.motions.open(actor, id);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/close') @Allow('motion.run') @HttpCode(200)
  async close(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    await this.motions.close(actor, id);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/publish') @Allow('motion.run') @HttpCode(200)
  async publish(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    await this.motions.publish(actor, id);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/annul') @Allow('motion.run') @HttpCode(200)
  async annul(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: AnnulDto): Promise<MotionDto> {
    await this.motions.annul(actor, id, dto.reason);
    return this.reader.read(actor, id);
  }

  @Post('motions/:id/repeat') @Allow('motion.run')
  async repeat(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MotionDto> {
    return this.reader.read(actor, await this.motions.repeat(actor, id));
  }

  /** Casts one's ballot. The same ballot again gets the same receipt; another choice is refused. */
  @Post('motions/:id/ballots') @Allow('motion.cast')
  async cast(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: CastDto, @Req() request: FastifyRequest): Promise<ReceiptDto> {
    const wanted = { act: 'ballot' as const, subjectId: id, answers: [{ questionId: id, choice: dto.choice, text: dto.text ?? null }] };
    const evidence = dto.proof === undefined ? undefined : await this.stepUp.prove(actor, wanted, { proof: dto.proof, place: request });
    const { receipt, choice, at } = await this.ballots.cast({ actor, motionId: id, choice: dto.choice, text: dto.text, evidence });
    return { motionId: id, receipt, choice, at: at.toISOString() };
  }
}
