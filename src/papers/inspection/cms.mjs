// What a signature says and whether its bytes are those that were signed. (RFC 5652; RFC 3161 for timestamps) No certificate is judged.
import { createHash, verify, constants, X509Certificate } from 'node:crypto';
import { childOf, octetsOf, oidOf, readDer, TAG, textOf, timeOf } from './der.mjs';

const DIGESTS = {
  '1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512', '2.16.840.1.101.3.4.2.4': 'sha224',
};
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const RSA_PSS = '1.2.840.113549.1.1.10';
const [COMMON_NAME, ORGANISATION] = ['2.5.4.3', '2.5.4.10'];

/**
 * @param contents the signature as it stands in the file
 * @param digestOf (name of a hash) => hash of the covered bytes
 * @param subFilter how the signature is bound to them
 * @param isLate whether there is no time left for hashing
 */
export function readSignature(contents, { digestOf, subFilter, isLate }) {
  const signed = signedDataOf(contents);
  const [info] = signed.signers;
  const certificate = certificateOf(signed, info);
  const subject = certificate ? subjectOf(certificate) : null;
  const token = signed.contentType === TST_INFO ? readDer(signed.content) : null;
  const time = token ? timeOf(childOf(token, TAG.time)) : timeOf(attributeOf(info, SIGNING_TIME));
  return {
    kind: token ? 'timestamp' : 'signature',
    signer: nameOf(subject, COMMON_NAME), organisation: nameOf(subject, ORGANISATION), claimedAt: time,
    integrity: isLate() ? 'unknown' : integrityOf({ signed, info, certificate, token, digestOf, subFilter }),
  };
}

function signedDataOf(contents) {
  const outer = readDer(contents);
  const data = outer.children[1]?.children[0];
  if (oidOf(outer.children[0]) !== SIGNED_DATA || data?.tag !== TAG.sequence) throw new Error('asn1');
  const wrapped = data.children[2];
  const content = wrapped?.children[1]?.children[0];
  const signers = data.children[data.children.length - 1];
  if (signers?.tag !== TAG.set || signers.children.length === 0) throw new Error('asn1');
  return {
    contentType: oidOf(wrapped?.children[0]), content: content ? octetsOf(content) : null,
    certificates: childOf(data, 0xa0)?.children ?? [], signers: signers.children.map(signerOf),
  };
}

function signerOf(element) {
  const [, sid, digest, ...rest] = element.children;
  const attributes = rest.find((child) => child.tag === 0xa0);
  const [algorithm, signature] = rest.filter((child) => child.tag === TAG.sequence || child.tag === TAG.octets);
  return { sid, digest: DIGESTS[oidOf(digest?.children[0])], attributes, algorithm: oidOf(algorithm?.children[0]), signature: signature ? octetsOf(signature) : null };
}

/** Fields of a certificate from its serial number on. */
const fieldsOf = (certificate) => {
  const fields = certificate.children[0]?.children ?? [];
  return fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
};

function certificateOf({ certificates }, { sid }) {
  const [issuer, serial] = sid?.children ?? [];
  if (sid?.tag !== TAG.sequence) return certificates.length === 1 ? certificates[0] : null;
  return certificates.find((certificate) => {
    const [number, , from] = fieldsOf(certificate);
    return number && from && serial && number.content.equals(serial.content) && from.raw.equals(issuer.raw);
  }) ?? null;
}

const subjectOf = (certificate) => fieldsOf(certificate)[4] ?? null;

function nameOf(subject, wanted) {
  const parts = subject?.children.flatMap((set) => set.children) ?? [];
  const part = parts.find((one) => oidOf(one.children[0]) === wanted);
  return part?.children[1] ? textOf(part.children[1]) : null;
}

const attributeOf = (info, wanted) => info.attributes?.children.find((one) => oidOf(one.children[0]) === wanted)?.children[1]?.children[0];

function integrityOf({ signed, info, certificate, token, digestOf, subFilter }) {
  const { digest, attributes, signature } = info;
  if (!digest || !signature || !certificate) return 'unknown';
  const bound = boundContent({ signed, token, digestOf, subFilter });
  if (bound === 'changed') return 'changed';
  const content = bound === 'covered' ? digestOf(digest) : createHash(digest).update(signed.content).digest();
  // Without attributes the signature is over the bytes themselves, which only their hash is at hand of here.
  if (!attributes) return 'unknown';
  const claimed = attributeOf(info, MESSAGE_DIGEST);
  if (!claimed || !octetsOf(claimed).equals(content)) return 'changed';
  // The attributes are signed as a SET, but stand as [0]. (RFC 5652, 5.4)
  const statement = Buffer.from(attributes.raw);
  statement[0] = TAG.set;
  return signatureFits(certificate, info, statement);
}

/** What the message digest is of: the covered bytes, or content that in turn holds their hash. */
function boundContent({ signed, token, digestOf, subFilter }) {
  if (token) {
    const imprint = token.children.find((child) => child.tag === TAG.sequence);
    const name = DIGESTS[oidOf(imprint?.children[0]?.children[0])];
    return name && digestOf(name).equals(octetsOf(imprint.children[1])) ? 'content' : 'changed';
  }
  if (subFilter === 'adbe.pkcs7.sha1') return signed.content && digestOf('sha1').equals(signed.content) ? 'content' : 'changed';
  return 'covered';
}

function signatureFits(certificate, { digest, algorithm, signature }, statement) {
  let key;
  try {
    key = new X509Certificate(certificate.raw).publicKey;
  } catch {
    // A certificate this program cannot read: nothing can be said.
    return 'unknown';
  }
  const padding = algorithm === RSA_PSS ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  return verify(digest, statement, { key, ...padding }, signature) ? 'intact' : 'changed';
}
