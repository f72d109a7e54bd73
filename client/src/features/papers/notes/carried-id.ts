const digitsOf = (id: string): number[] => Array.from(id.replace(/-/g, ''), (digit) => Number.parseInt(digit, 16));

/** The same id on every device that carries the same note to the same version (RFC 9562, version 8: made of the two ids). */
export function idOfCarried(noteId: string, versionId: string): string {
  const other = digitsOf(versionId);
  const mixed = digitsOf(noteId).map((digit, at) => digit ^ (other[at] ?? 0));
  mixed[12] = 8;
  mixed[16] = ((mixed[16] ?? 0) & 3) | 8;
  const hex = mixed.map((digit) => digit.toString(16)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
