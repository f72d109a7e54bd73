import { Module } from '@nestjs/common';
import { BodiesModule } from '../bodies/bodies.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AgendaController } from './agenda.controller.js';
import { AgendaRepository } from './agenda.repository.js';
import { AgendaService } from './agenda.service.js';
import { CheckInController } from './check-in/check-in.controller.js';
import { CheckInService } from './check-in/check-in.service.js';
import { ConsentPullsService } from './floor/consent-pulls.service.js';
import { CurrentItemService } from './floor/current-item.service.js';
import { FloorReader } from './floor/floor-reader.service.js';
import { FloorController } from './floor/floor.controller.js';
import { SpeakersService } from './floor/speakers.service.js';
import { UnitContactsService } from './guests/unit-contacts.service.js';
import { GuestAnswersService } from './guests/guest-answers.service.js';
import { GuestsController } from './guests/guests.controller.js';
import { GuestsRepository } from './guests/guests.repository.js';
import { GuestsService } from './guests/guests.service.js';
import { AgendaImportController } from './import/import.controller.js';
import { AgendaImportService } from './import/import.service.js';
import { CarryForwardService } from './preparing/carry-forward.service.js';
import { PreparingController } from './preparing/preparing.controller.js';
import { PreparingService } from './preparing/preparing.service.js';
import { PrivateWordsController } from './words/private-words.controller.js';
import { PrivateWordsService } from './words/private-words.service.js';
import { PositionsService } from './positions.service.js';
import { RecusalsService } from './recusals.service.js';

@Module({
  imports: [BodiesModule, SessionsModule],
  controllers: [AgendaController, FloorController, AgendaImportController, PreparingController, GuestsController, CheckInController, PrivateWordsController],
  providers: [PreparingService, CarryForwardService, AgendaImportService, CurrentItemService, SpeakersService, FloorReader, ConsentPullsService, AgendaService, PositionsService, RecusalsService, AgendaRepository, GuestsService, GuestAnswersService, UnitContactsService, GuestsRepository, CheckInService, PrivateWordsService],
  exports: [SpeakersService, GuestsService, GuestsRepository, AgendaRepository, AgendaService, RecusalsService],
})
export class AgendaModule {}
