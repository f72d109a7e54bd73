const SHORTEST = 32;
const FEWEST_DIFFERENT = 12;
const WELL_KNOWN = /secret|passw|change|example|default|e-?cabinet|123456|abcdef|qwerty/i;

/**
 * Why a secret that people set is too weak to guard anything, or null. Asks what a random one never fails: length, variety, no words.
 * (OWASP ASVS 5.0, 11.2 and 13.3)
 *
 * @returns words for the operator, which never repeat the secret
 */
export function weakSecretReason(secret: string): string | null {
  if (secret.length < SHORTEST) return `has fewer than ${SHORTEST} characters`;
  if (new Set(secret).size < FEWEST_DIFFERENT) return 'repeats a few characters';
  if (WELL_KNOWN.test(secret)) return 'contains a word everybody tries first';
  return /(.{4,})\1\1/.test(secret) ? 'repeats itself' : null;
}

/** Why a database password is too weak, or null. */
export function weakPasswordReason(password: string, user: string): string | null {
  if (password.length < 12) return 'has fewer than 12 characters';
  if (password.toLowerCase() === user.toLowerCase()) return 'is the name of its user';
  return /^(postgres|password|passwd|changeme|change-me|secret|admin|ecabinet|e-cabinet)[\W\d]*$/i.test(password) ? 'is a word everybody tries first' : null;
}

/** Whether this is a key: 32 bytes in base64. */
export function isKeyText(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text);
}
