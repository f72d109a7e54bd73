/** What became of a hand-over. */
export type Outcome = { kind: 'sent' } | { kind: 'refused'; reason: string; isFinal: boolean };

export const SENT: Outcome = { kind: 'sent' };

export function refused(reason: string, isFinal = false): Outcome {
  return { kind: 'refused', reason, isFinal };
}

/** A message on its way to one person by one channel. */
export interface Parcel {
  /** The delivery's id: the same at each try, so that the other side can know it again. */
  id: string;
  accountId: string;
  email: string | null;
  phone: string | null;
  language: 'vi' | 'en';
  urgent: boolean;
  message: import('./message.js').Message;
}

/** A way out of the house. */
export interface Carrier {
  /** Never throws: what goes wrong is an outcome. */
  carry(parcel: Parcel): Promise<Outcome>;
}
