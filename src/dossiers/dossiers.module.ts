import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.js';
import { BodiesModule } from '../bodies/bodies.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { DossierOwnersService } from './dossier-owners.service.js';
import { DossierPapersService } from './dossier-papers.service.js';
import { DossierReaderService } from './dossier-reader.service.js';
import { DossiersController } from './dossiers.controller.js';
import { DossiersRepository } from './dossiers.repository.js';
import { DossiersService } from './dossiers.service.js';
import { PlacingService } from './placing.service.js';

@Module({
  imports: [BodiesModule, SessionsModule, AgendaModule, PapersModule],
  controllers: [DossiersController],
  providers: [DossiersService, DossierReaderService, DossierPapersService, DossierOwnersService, DossiersRepository, PlacingService],
})
export class DossiersModule {}
