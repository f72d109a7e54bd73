import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../session-reader.js';
import { AskStatementDto, StatementDto } from './step-up.dto.js';
import { StepUpService } from './step-up.service.js';

@Controller('step-up')
export class StepUpController {
  constructor(private readonly stepUp: StepUpService) {}

  /** What is to be signed before a ballot is cast or a reply is sent, where the working regulation asks for it. Good for two minutes. The same people vote and reply. */
  @Post('statement') @Allow('motion.cast') @HttpCode(200)
  prepare(@CurrentActor() actor: SignedIn, @Body() dto: AskStatementDto, @Req() request: FastifyRequest): Promise<StatementDto> {
    return this.stepUp.prepare(actor, dto, request);
  }
}
