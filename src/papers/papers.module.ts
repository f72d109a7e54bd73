import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.js';
import { BodiesModule } from '../bodies/bodies.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { LateAllowancesController } from './late-allowances.controller.js';
import { LateAllowancesService } from './late-allowances.service.js';
import { PdfInspector } from './inspection/pdf-inspector.js';
import { ItemPapersService } from './item-papers.service.js';
import { PackService } from './pack.service.js';
import { PaperFilesService } from './paper-files.service.js';
import { PaperOwners } from './paper-owners.js';
import { PaperReaderService } from './paper-reader.service.js';
import { OldPapersService } from './old-papers.service.js';
import { PaperSignaturesService } from './paper-signatures.service.js';
import { PapersController } from './papers.controller.js';
import { PapersRepository } from './papers.repository.js';
import { PapersService } from './papers.service.js';
import { VirusScanner } from './scanning/virus-scanner.js';
import { UploadReceiver } from './upload-receiver.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [BodiesModule, SessionsModule, AgendaModule, StorageModule],
  controllers: [PapersController, LateAllowancesController],
  providers: [LateAllowancesService, PapersService, UploadsService, UploadReceiver, PaperReaderService, PaperFilesService, PackService, PapersRepository, PaperOwners, ItemPapersService, PdfInspector, PaperSignaturesService, VirusScanner, OldPapersService],
  exports: [PaperOwners, PaperReaderService, PackService, PapersService, UploadsService],
})
export class PapersModule {}
