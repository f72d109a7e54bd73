import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { VotingModule } from '../voting/voting.module.js';
import { MadeUpPeople } from './made-up-people.service.js';
import { RehearsalController } from './rehearsal.controller.js';
import { RehearsalService } from './rehearsal.service.js';

@Module({ imports: [SessionsModule, AgendaModule, VotingModule], controllers: [RehearsalController], providers: [RehearsalService, MadeUpPeople] })
export class RehearsalModule {}
