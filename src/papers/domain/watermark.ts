/** `opened`: read on screen. `kept`, `printed`: a copy with the reader's name on each page. `unmarked`: the file itself, for the office. */
export type AccessKind = 'opened' | 'kept' | 'printed' | 'unmarked' | 'taken';

/** Letters of a copy's code: none that are taken for one another on paper. (Crockford's base 32) */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** By which a printed copy that turns up is found in the access log: eight letters, forty bits. @param bytes at least eight random ones */
export function copyCode(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => LETTERS[byte % 32]).join('');
}

/** Who took a copy, when (in the country's time) and which one it is. */
export function watermarkOf({ name, at, code }: { name: string; at: Date; code: string }): string {
  const time = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => time.find((each) => each.type === type)?.value ?? '';
  // The code first: a long name may leave the page.
  return `${code} · ${part('day')}/${part('month')}/${part('year')} ${part('hour')}:${part('minute')} · ${name}`;
}
