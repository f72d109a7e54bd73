const LONGEST = 200;
/** Names Windows keeps for devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name that is safe to store and to send: NFC, without control and bidirectional characters, separators and trailing dots,
 * at most 200 characters, ending in `.pdf`. Never empty.
 */
export function cleanFileName(name: string): string {
  const plain = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '').replace(/[\\/:*?"<>|]/g, '-').replace(/\s+/g, ' ');
  const base = plain.replace(/\.pdf$/i, '').replace(/^[\s.]+|[\s.]+$/g, '');
  const safe = base === '' || DEVICES.test(base) ? `_${base}` : base;
  return `${[...safe].slice(0, LONGEST - 4).join('').trimEnd()}.pdf`;
}

/** The title a paper gets when nobody gave one: its file's name. */
export function titleFromName(fileName: string): string {
  return fileName.replace(/\.pdf$/i, '').replace(/^_/, '').replace(/[_]+/g, ' ').trim() || fileName;
}

/**
 * Content-Disposition with the name in both spellings, plain for old programs and UTF-8. (RFC 6266, RFC 8187)
 *
 * @param fileName a name that went through `cleanFileName`
 */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
