import { openNote, readCheckpoint, readVerifierKey } from '../../../src/verifier/signed-note.js';

/** golang.org/x/mod/sumdb/note, note_test.go. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT = 'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n';
const PETER_LINE = '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const ENOCH_LINE = '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
/** https://sum.golang.org/latest of 2024-09-23. */
const SUMDB = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
const SUMDB_NOTE = 'go.sum database tree\n30055305\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=\n\n— sum.golang.org Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucFcAAlWFJJYle3EJlDCrQ+y3A8=\n';

function keyOf(vkey: string) {
  const key = readVerifierKey(vkey);
  if (!key) throw new Error(`not a key: ${vkey}`);
  return key;
}

describe('signed notes', () => {
  it('opens the published note with the published key', () => {
    expect(openNote(`${TEXT}\n${PETER_LINE}`, keyOf(PETER))).toEqual({ text: TEXT, others: 0 });
    expect(openNote(`${TEXT}\n${PETER_LINE}${ENOCH_LINE}`, keyOf(PETER))).toEqual({ text: TEXT, others: 1 });
  });

  it('opens a real checkpoint of sum.golang.org, whose key has a plus in its base64', () => {
    const opened = openNote(SUMDB_NOTE, keyOf(SUMDB));
    expect(readCheckpoint(opened?.text ?? '')).toMatchObject({ origin: 'go.sum database tree', size: 30055305 });
  });

  it.each([
    ['another text', `${TEXT.replace('cryptography', 'cryptographY')}\n${PETER_LINE}`],
    ['no signature', `${TEXT}\n`],
    ['only another’s signature', `${TEXT}\n${ENOCH_LINE}`],
    ['no line feed at the end', `${TEXT}\n${PETER_LINE.trimEnd()}`],
    ['no blank line', `${TEXT}${PETER_LINE}`],
    ['base64 of another spelling', `${TEXT}\n${PETER_LINE.replace('nAM=', 'nAN=')}`],
    ['a line that is no signature', `${TEXT}\n${PETER_LINE}and more\n`],
    ['a control character', `${TEXT}\u0000\n\n${PETER_LINE}`],
  ])('refuses a note with %s', (_, note) => {
    expect(openNote(note, keyOf(PETER))).toBeNull();
  });

  it('refuses every key with one letter changed or cut off', () => {
    for (let index = 0; index < PETER.length; index += 1) {
      const code = PETER.charCodeAt(index);
      expect(readVerifierKey(`${PETER.slice(0, index)}${String.fromCharCode(code + 1)}${PETER.slice(index + 1)}`)).toBeNull();
      expect(readVerifierKey(PETER.slice(0, index))).toBeNull();
    }
  });

  it.each(['o\n01\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=\n', 'o\n-1\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=\n', 'o\n1\nmXfg\n', '\n1\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=\n', 'o\n1\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM='])('refuses what is no checkpoint: %j', (text) => {
    expect(readCheckpoint(text)).toBeNull();
  });
});
