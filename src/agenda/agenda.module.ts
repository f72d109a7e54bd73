import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AgendaController } from './agenda.controller.js';
import { AgendaRepository } from './agenda.repository.js';
import { AgendaService } from './agenda.service.js';
import { PositionsService } from './positions.service.js';
import { RecusalsService } from './recusals.service.js';

@Module({
  imports: [SessionsModule],
  controllers: [AgendaController],
  providers: [AgendaService, PositionsService, RecusalsService, AgendaRepository],
  exports: [AgendaRepository, AgendaService, RecusalsService],
})
export class AgendaModule {}
