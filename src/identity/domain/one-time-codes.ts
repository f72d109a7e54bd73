/** Letters and digits that are told apart when read aloud or copied by hand: no I, L, O, U, 0, 1. */
const RECOVERY_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECOVERY_LENGTH = 24;

/** A recovery code as it is written down, from random bytes: six groups of four. 24 of 30 letters are 117 bits. (OWASP ASVS 5.0 6.5.2) */
export function writeRecoveryCode(random: readonly number[]): string {
  const letters = random.slice(0, RECOVERY_LENGTH).map((value) => RECOVERY_LETTERS[value % RECOVERY_LETTERS.length] ?? '');
  return [0, 4, 8, 12, 16, 20].map((start) => letters.slice(start, start + 4).join('')).join('-');
}

/** A recovery code as it was typed: case, spaces and hyphens do not matter; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '');
  return plain.length === RECOVERY_LENGTH && [...plain].every((letter) => RECOVERY_LETTERS.includes(letter)) ? plain : null;
}

/** Six digits of an authenticator app as they were typed, or null. (RFC 6238 1.2; apps show them in two groups) */
export function readAppCode(typed: string): string | null {
  const plain = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(plain) ? plain : null;
}

/** The 30-second step a moment is in. (RFC 6238 4.2) */
export function stepAt(epochMs: number): number {
  return Math.floor(epochMs / 30_000);
}

/**
 * Whether the code of a step counts at another: its own, and the one after it, for who typed while it changed. Codes of a step that is still to
 * come never do. (RFC 6238 5.2: at most one step for the delay)
 */
export function isStepInTime(step: number, now: number): boolean {
  return step === now || step === now - 1;
}

/** A code counts once: only a step later than the last one used. (RFC 6238 5.2) */
export function isUnusedStep(step: number, lastStep: number): boolean {
  return step > lastStep;
}
