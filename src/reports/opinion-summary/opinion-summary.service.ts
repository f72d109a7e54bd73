import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { Body } from '../../bodies/body.entity.js';
import { Transactor } from '../../database/transactor.js';
import { found, Refusal } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { RequestReaderService } from '../../opinions/request-reader.service.js';
import { isOfOffice } from '../../opinions/requests.repository.js';
import { typeset } from '../../papers/typesetting/typeset.js';
import { summaryContent, type SummaryLanguage, type SummaryWords } from './summary-content.js';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

export interface SummaryDocument {
  title: string;
  content: Buffer;
}

/** What a closed request came to, as an official document: tagged PDF/A. */
@Injectable()
export class OpinionSummaryService {
  private sources: { template: string; words: Record<SummaryLanguage, SummaryWords> } | null = null;

  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestReaderService,
  ) {}

  /** @throws Refusal notFound, notAllowed (who is asked sees the result, not the document), requestStateForbids before the close */
  async make(actor: SignedIn, requestId: string, language: SummaryLanguage): Promise<SummaryDocument> {
    const request = await this.requests.read(actor, requestId);
    if (!isOfOffice(actor, request.bodyId)) throw new Refusal('notAllowed');
    if (request.closedAt === null) throw new Refusal('requestStateForbids', { state: request.state });
    this.sources ??= { template: read('./opinion-summary.typ'), words: JSON.parse(read('./opinion-summary-words.json')) as Record<SummaryLanguage, SummaryWords> };
    const { template, words } = this.sources;
    const { body, now } = await this.transactor.run(async (tx) => ({ body: found(await tx.manager.findOneBy(Body, { id: request.bodyId })), now: await tx.now() }));
    const content = summaryContent({ request, body, language, words: words[language], now });
    return { title: content.about, content: await typeset(template, { summary: JSON.stringify(content).normalize('NFC') }, true) };
  }
}
