import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { InstallationSecret } from '../../config/secret.js';
import { checkInCodeAt, type CheckInPlace, placeOfCheckInCode, secondsOfCode } from '../domain/check-in-code.js';

const PURPOSE = 'check-in';

/** The address a QR code holds, and how long it is the one to show. */
export interface ShownCode {
  address: string;
  secondsLeft: number;
}

/** Codes that change every 30 seconds, by the secret of the installation: nothing of them is kept. */
@Injectable()
export class CheckInCodes {
  constructor(private readonly secret: InstallationSecret) {}

  /** What is after `#` browsers send to nobody: no log of a proxy holds a code. */
  show(place: CheckInPlace, now: Date): ShownCode {
    const code = checkInCodeAt(place, now, (content) => this.secret.keyedHash(PURPOSE, content));
    return { address: `/sessions/${place.sessionId}/check-in#code=${code}`, secondsLeft: secondsOfCode(now) };
  }

  placeOf(code: string, places: readonly CheckInPlace[], now: Date): CheckInPlace | null {
    return placeOfCheckInCode(code, places, { now, hashes: (content) => this.secret.keyedHashes(PURPOSE, content), isSame });
  }
}

/** In the same time wherever they differ. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
