import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.js';
import { BodiesModule } from '../bodies/bodies.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { Comparer } from './comparing/comparer.js';
import { ComparingController } from './comparing/comparing.controller.js';
import { ComparingService } from './comparing/comparing.service.js';
import { LateAllowancesController } from './late-allowances.controller.js';
import { LateAllowancesService } from './late-allowances.service.js';
import { PdfInspector } from './inspection/pdf-inspector.js';
import { ItemPapersService } from './item-papers.service.js';
import { PackController } from './pack.controller.js';
import { PackFreezingService } from './pack-freezing.service.js';
import { PackService } from './pack.service.js';
import { PaperCopier } from './paper-copier.service.js';
import { PaperFilesService } from './paper-files.service.js';
import { CopiesController } from './copies/copies.controller.js';
import { CopyMarkerService } from './copies/copy-marker.service.js';
import { CopiesService } from './copies/copies.service.js';
import { WordConverter } from './conversion/word-converter.js';
import { OfficeInspector } from './inspection/office-inspector.js';
import { PaperIntake } from './paper-intake.js';
import { PaperOwners } from './paper-owners.js';
import { PaperReaderService } from './paper-reader.service.js';
import { NoteSharingService } from './notes/note-sharing.service.js';
import { NotesController } from './notes/notes.controller.js';
import { NotesService } from './notes/notes.service.js';
import { LibrariesController } from './libraries/libraries.controller.js';
import { LibrariesService } from './libraries/libraries.service.js';
import { LibraryReader } from './libraries/library-reader.js';
import { OfflineController } from './offline/offline.controller.js';
import { OfflineService } from './offline/offline.service.js';
import { OldPapersService } from './old-papers.service.js';
import { PaperSignaturesService } from './paper-signatures.service.js';
import { PapersController } from './papers.controller.js';
import { PapersRepository } from './papers.repository.js';
import { PapersService } from './papers.service.js';
import { PaperPicturesService } from './picture/paper-pictures.service.js';
import { PictureMaker } from './picture/picture-maker.js';
import { PicturesController } from './picture/pictures.controller.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { RemindersService } from './receipts/reminders.service.js';
import { RegisterController } from './register/register.controller.js';
import { RegisterService } from './register/register.service.js';
import { ReceiptsService } from './receipts/receipts.service.js';
import { SharedPages } from './sharing/shared-pages.js';
import { SharingController } from './sharing/sharing.controller.js';
import { SharingService } from './sharing/sharing.service.js';
import { PaperTextService } from './text/paper-text.service.js';
import { TextReader } from './text/text-reader.js';
import { VirusScanner } from './scanning/virus-scanner.js';
import { UploadReceiver } from './upload-receiver.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [BodiesModule, SessionsModule, AgendaModule, StorageModule],
  controllers: [PackController, CopiesController, RegisterController, PapersController, LateAllowancesController, SharingController, ReceiptsController, NotesController, ComparingController, OfflineController, LibrariesController, PicturesController],
  providers: [CopyMarkerService, PaperCopier, PackFreezingService, CopiesService, RegisterService, RemindersService, PaperIntake, OfficeInspector, WordConverter, LateAllowancesService, PapersService, UploadsService, UploadReceiver, PaperReaderService, PaperFilesService, PackService, PapersRepository, PaperOwners, ItemPapersService, PdfInspector, PaperSignaturesService, VirusScanner, OldPapersService, SharedPages, SharingService, ReceiptsService, NotesService, NoteSharingService, OfflineService, LibrariesService, LibraryReader, PaperTextService, TextReader, PaperPicturesService, PictureMaker, ComparingService, Comparer],
  exports: [CopyMarkerService, PaperCopier, PaperIntake, PaperOwners, UploadReceiver, WordConverter, PaperReaderService, PackService, PapersService, UploadsService, SharedPages],
})
export class PapersModule {}
