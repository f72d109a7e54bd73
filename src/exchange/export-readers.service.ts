import { Injectable } from '@nestjs/common';
import { found } from '../http/refusal.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { RequestReaderService } from '../opinions/request-reader.service.js';
import { MotionReaderService } from '../voting/motion-reader.service.js';

/** Who may have an export, asked of the features themselves. */
@Injectable()
export class ExportReaders {
  constructor(
    private readonly motions: MotionReaderService,
    private readonly requests: RequestReaderService,
  ) {}

  /** @throws Refusal notFound where the actor may not see a published result */
  async demandPublished(actor: SignedIn, id: string): Promise<void> {
    const { publishedAt } = await this.motions.read(actor, id, 'session.read');
    found(publishedAt);
  }

  /** Whether the actor is of the office. @throws Refusal notFound where the actor may not see a closed request */
  async demandClosed(actor: SignedIn, id: string): Promise<boolean> {
    const { closedAt, bodyId } = await this.requests.read(actor, id);
    found(closedAt);
    return permits(actor, 'opinion.run', bodyId);
  }
}
