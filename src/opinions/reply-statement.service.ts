import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { demandMember } from '../identity/demand.js';
import type { SignedIn } from '../identity/session-reader.js';
import { type StepUpSubject, StepUpSubjects } from '../identity/step-up/step-up-subjects.js';
import { PackService } from '../papers/pack.service.js';
import { OpinionQuestion } from './opinion-request.entity.js';
import { ReplyFilesService } from './reply-files.service.js';
import { RequestsRepository } from './requests.repository.js';

/** Says what a member signs who replies: the questions, the papers of the request, and the files that go with the reply. */
@Injectable()
export class ReplyStatementService implements OnModuleInit {
  constructor(
    private readonly subjects: StepUpSubjects,
    private readonly requests: RequestsRepository,
    private readonly pack: PackService,
    private readonly files: ReplyFilesService,
  ) {}

  onModuleInit(): void {
    this.subjects.register('reply', (tx, actor, id) => this.load(tx, actor, id));
  }

  private async load(tx: Tx, actor: SignedIn, id: string): Promise<StepUpSubject> {
    const request = await this.requests.hold(tx, actor, id, 'opinion.reply');
    const memberId = demandMember(actor, 'opinion.reply', request.bodyId);
    if (request.state !== 'sent') throw new Refusal('requestClosed');
    const questions = await tx.manager.find(OpinionQuestion, { where: { requestId: id }, order: { order: 'ASC' } });
    const papers = await this.pack.hashesOf(tx, { kind: 'request', id });
    const files = await this.files.hashesOf(tx, { requestId: id, memberId });
    return { bodyId: request.bodyId, memberId, questions: questions.map((question) => ({ id: question.id, text: question.text })), papers, files };
  }
}
