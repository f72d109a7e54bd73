const LEAST_BYTES = 32;

/** Several secrets, by commas or lines: the first is used for what is new, all of them for what is there. Null when one of them is none. */
export function parseSecrets(text: string): Buffer[] | null {
  const secrets = text.split(/[,\n]/).map((part) => part.trim()).filter((part) => part !== '').map(parseSecret);
  const right = secrets.filter((secret) => secret !== null);
  return right.length > 0 && right.length === secrets.length ? right : null;
}

/** The bytes of a secret written as hex or base64, or null when it is neither, too short, or plainly not random. */
export function parseSecret(text: string): Buffer | null {
  const plain = text.trim();
  const isHex = /^(?:[0-9a-f]{2})+$/i.test(plain);
  if (!isHex && !/^[A-Za-z0-9+/_-]+={0,2}$/.test(plain)) return null;
  const bytes = Buffer.from(plain, isHex ? 'hex' : 'base64');
  return bytes.length >= LEAST_BYTES && new Set(bytes).size >= LEAST_BYTES / 2 ? bytes : null;
}
