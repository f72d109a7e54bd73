import { Injectable } from '@nestjs/common';

/** What ended: some sessions, or all of an account. */
export type Revocation = { sessionIds: string[] } | { accountId: string };

/** Tells the gateway whose sockets must end now. */
@Injectable()
export class SessionRevocations {
  private readonly listeners: ((revocation: Revocation) => void)[] = [];

  listen(listener: (revocation: Revocation) => void): void {
    this.listeners.push(listener);
  }

  revokeSessions(sessionIds: string[]): void {
    this.tell({ sessionIds });
  }

  revokeAccount(accountId: string): void {
    this.tell({ accountId });
  }

  private tell(revocation: Revocation): void {
    for (const listener of this.listeners) listener(revocation);
  }
}
