// Reads ASN.1 in BER or DER, as far as signatures in PDF files need it. (ITU-T X.690) Every length is checked against what is there;
// depth and number of elements are bounded, so that a hostile file costs no more than an error.

const DEEPEST = 32;
const MOST = 50_000;

export const TAG = { integer: 0x02, octets: 0x04, oid: 0x06, utf8: 0x0c, utcTime: 0x17, time: 0x18, bmp: 0x1e, sequence: 0x30, set: 0x31 };

/** The element at the start of the bytes; what follows it is ignored (a signature is padded with zeros). */
export function readDer(bytes) {
  return readElement({ bytes, left: MOST }, 0, bytes.length, 0);
}

function readElement(state, at, limit, depth) {
  if (depth > DEEPEST || (state.left -= 1) < 0 || at + 2 > limit) throw new Error('asn1');
  const { bytes } = state;
  const tag = bytes[at];
  if ((tag & 0x1f) === 0x1f) throw new Error('asn1');
  let from = at + 2;
  let length = bytes[at + 1];
  const isOpen = length === 0x80;
  if (length > 0x80) {
    const count = length & 0x7f;
    if (count > 4 || from + count > limit) throw new Error('asn1');
    length = 0;
    for (let index = 0; index < count; index += 1) length = length * 256 + bytes[from + index];
    from += count;
  }
  const isConstructed = (tag & 0x20) !== 0;
  if (isOpen && !isConstructed) throw new Error('asn1');
  const end = isOpen ? limit : from + length;
  if (end > limit) throw new Error('asn1');
  const children = [];
  let next = from;
  if (isConstructed) {
    for (;;) {
      if (isOpen && bytes[next] === 0 && bytes[next + 1] === 0) break;
      if (next >= end) {
        if (isOpen) throw new Error('asn1');
        break;
      }
      const child = readElement(state, next, end, depth + 1);
      children.push(child);
      next = child.end;
    }
  }
  const contentEnd = isOpen ? next : end;
  return { tag, children, content: bytes.subarray(from, contentEnd), raw: bytes.subarray(at, isOpen ? next + 2 : end), end: isOpen ? next + 2 : end };
}

/** Child with this tag, from so many children on. */
export const childOf = (element, tag, from = 0) => element?.children.slice(from).find((child) => child.tag === tag);

/** Bytes of an octet string, which BER may cut into several. */
export const octetsOf = (element) => (element.children.length > 0 ? Buffer.concat(element.children.map(octetsOf)) : element.content);

export function oidOf(element) {
  if (element?.tag !== TAG.oid || element.content.length === 0) return '';
  const numbers = [];
  let value = 0;
  for (const byte of element.content) {
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) {
      numbers.push(value);
      value = 0;
    }
  }
  const [first] = numbers;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...numbers.slice(1)].join('.');
}

export function textOf({ tag, content }) {
  if (tag === TAG.bmp) return new TextDecoder('utf-16be').decode(content);
  return new TextDecoder(tag === TAG.utf8 ? 'utf-8' : 'latin1').decode(content);
}

/** ISO 8601, or null. UTCTime has two digits for the year. (X.680, 46 and 47) */
export function timeOf(element) {
  if (element?.tag !== TAG.utcTime && element?.tag !== TAG.time) return null;
  const text = Buffer.from(element.content).toString('latin1');
  const century = Number(text.slice(0, 2)) < 50 ? '20' : '19';
  const full = element.tag === TAG.utcTime ? `${century}${text}` : text;
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d{4})?$/.exec(full);
  if (!found) return null;
  const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = found;
  return isoOf(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`}`);
}

export function isoOf(text) {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
