// The process that looks into a Word file sent by anybody: what is in it, nothing of what it says. As pdf-program.mjs it runs in the sandbox and
// gives up its rights first. In by stdin: the file, to its end. Out: one message, { facts: { warnings } } or { failure }.
import yauzl from 'yauzl';
import { giveUpRights } from './give-up-rights.mjs';

const [, UID, GID] = process.argv.slice(2).map(Number);
await giveUpRights(UID, GID);
process.on('disconnect', () => process.exit(0));

/** A document of 2,000 pages with pictures has some hundred parts; its text unpacks to 30 MB. */
const [ENTRIES_MOST, UNPACKED_MOST, XML_MOST] = [4_000, 400 * 1024 * 1024, 100 * 1024 * 1024];
const MACRO_TYPES = /macroEnabled|vbaProject|vbaData/i;
/** ECMA-376 part 2: a part may be named once, whatever the case of its letters. */
const DOCUMENT = 'word/document.xml';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const answer = await look(Buffer.concat(chunks.splice(0))).catch((error) => ({ failure: error.refusal ?? 'docDamaged' }));
await new Promise((resolve) => process.send(answer, resolve));
process.exit(0);

function refuse(refusal) {
  throw Object.assign(new Error(refusal), { refusal });
}

async function look(bytes) {
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) refuse(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'docEncrypted' : 'docLegacy');
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
  if (zip.entryCount > ENTRIES_MOST) refuse('docTooComplex');
  const found = { warnings: new Set(), names: new Set(), unpacked: 0 };
  for await (const entry of zip.eachEntry()) await take(zip, entry, found);
  if (!found.names.has('[content_types].xml') || !found.names.has(DOCUMENT)) refuse('notADocx');
  return { facts: { warnings: [...found.warnings].sort() } };
}

async function take(zip, entry, found) {
  const name = entry.fileName.toLowerCase();
  if (found.names.has(name)) refuse('docDamaged');
  found.names.add(name);
  if (entry.isEncrypted()) refuse('docEncrypted');
  found.unpacked += entry.uncompressedSize;
  if (found.unpacked > UNPACKED_MOST) refuse('docTooComplex');
  if (/vba(project|data)[^/]*$/.test(name)) refuse('docMacros');
  if (/^word\/embeddings\/./.test(name) && !name.endsWith('/')) found.warnings.add('attachments');
  if (/\.(xml|rels|vml)$/.test(name)) judge(name, await textOf(zip, entry), found.warnings);
}

/** What is not UTF-8 is read without its zeros: names of tags and entities are ASCII in every encoding that XML parsers take. */
async function textOf(zip, entry) {
  if (entry.uncompressedSize > XML_MOST) refuse('docTooComplex');
  const parts = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
  const text = Buffer.concat(parts).toString('latin1');
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function judge(name, text, warnings) {
  // No document that Word or LibreOffice writes has a document type; entities live there, those of files elsewhere too. (OWASP XXE)
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) refuse('docEntities');
  if (name === '[content_types].xml' && MACRO_TYPES.test(text)) refuse('docMacros');
  if (name.endsWith('.rels') && /TargetMode\s*=\s*["']External["']/i.test(text) && outside(text)) warnings.add('outsideLinks');
  if (!name.startsWith('word/')) return;
  if (/<w:(ins|del|moveFrom|moveTo)[ >]|<w:trackRevisions[ />]/.test(text)) warnings.add('trackedChanges');
  if (/^word\/comments[^/]*\.xml$/.test(name) && /<w:comment[ >]/.test(text)) warnings.add('comments');
  if (name === DOCUMENT && /<w:vanish\s*\/>/.test(text)) warnings.add('hiddenText');
}

/** Links that people follow are none of it: templates, pictures and objects that a program would fetch are. */
function outside(text) {
  return (text.match(/<Relationship\s[^>]*>/g) ?? []).some((relation) => /TargetMode\s*=\s*["']External["']/i.test(relation) && !/\/hyperlink["']/.test(relation));
}
