import fc from 'fast-check';
import { deletionLoses, mergeNote, type NoteEdit, type NoteState } from '../../../src/papers/domain/note-merge.js';

const blank: NoteState = { revision: 1, isDeleted: false, colour: 'yellow', text: '', strokes: [], erased: [], textAt: 0 };
const stroke = (id: string): { id: string; points: number[] } => ({ id, points: [0, 0, 0.5, 1, 1, 0.5] });
const after = (...edits: NoteEdit[]): NoteState => edits.reduce((note, edit) => mergeNote(note, edit).note, blank);

describe('two devices change one note', () => {
  it('takes what one device writes', () => {
    expect(mergeNote(blank, { base: 0, text: 'Số liệu quý II', colour: 'green' })).toEqual({ note: { ...blank, revision: 2, text: 'Số liệu quý II', colour: 'green', textAt: 2 }, isChanged: true, lostText: null });
  });

  it('changes nothing when the same arrives twice', () => {
    const edit: NoteEdit = { base: 0, text: 'a', strokes: [stroke('1')], erased: ['2'], colour: 'pink' };
    const once = after(edit);
    expect(mergeNote(once, edit)).toEqual({ note: once, isChanged: false, lostText: null });
  });

  it('merges different fields', () => {
    const note = after({ base: 0, text: 'a' }, { base: 2, text: 'b' }, { base: 2, colour: 'pink' });
    expect(note).toMatchObject({ text: 'b', colour: 'pink' });
  });

  it.each<[string, number, string, string, string | null]>([
    ['the writer had seen the other words', 2, 'c', 'c', null],
    ['the writer had not', 1, 'c', 'b', 'c'],
    ['both wrote the same', 1, 'b', 'b', null],
    ['one emptied what the other wrote', 1, '', 'b', null],
  ])('keeps both texts where %s', (_, base, text, kept, lost) => {
    const merged = mergeNote(after({ base: 0, text: 'b' }), { base, text });
    expect([merged.note.text, merged.lostText]).toEqual([kept, lost]);
  });

  it('writes into what another emptied', () => {
    expect(mergeNote(after({ base: 0, text: 'a' }, { base: 2, text: '' }), { base: 2, text: 'b' })).toMatchObject({ note: { text: 'b' }, lostText: null });
  });

  it('brings back what another deleted, when something was changed or it was asked for', () => {
    const deleted = { ...after({ base: 0, text: 'a' }), isDeleted: true };
    expect(mergeNote(deleted, { base: 2, text: 'b' }).note.isDeleted).toBe(false);
    expect(mergeNote(deleted, { base: 3, revive: true }).note.isDeleted).toBe(false);
    expect(mergeNote(deleted, { base: 0, text: 'a' }).note.isDeleted).toBe(true);
  });

  it.each([[1, 2, true], [2, 2, false], [3, 2, false]])('with revision %i seen of %i: the deletion loses is %s', (base, revision, loses) => {
    expect(deletionLoses({ revision }, base)).toBe(loses);
  });

  it('never brings back a line that was rubbed out', () => {
    expect(after({ base: 0, erased: ['1'] }, { base: 0, strokes: [stroke('1'), stroke('2')] }).strokes.map(({ id }) => id)).toEqual(['2']);
  });

  const edits = fc.array(fc.record({ base: fc.nat(6), strokes: fc.array(fc.constantFrom('1', '2', '3', '4').map(stroke), { maxLength: 3 }), erased: fc.array(fc.constantFrom('1', '2', '3', '4'), { maxLength: 2 }) }), { maxLength: 6 });

  it('comes to the same drawing in whatever order lines and erasures arrive', () => {
    const drawn = (list: NoteEdit[]): [string[], string[]] => { const { strokes, erased } = after(...list); return [strokes.map(({ id }) => id).sort(), [...erased].sort()]; };
    fc.assert(fc.property(edits, (list) => expect(drawn([...list].reverse())).toEqual(drawn(list))));
  });

  it('loses no words: each text that was written and not replaced by who had seen it is in the note or in a copy', () => {
    const writes = fc.array(fc.record({ base: fc.nat(8), text: fc.constantFrom('a', 'b', 'c', 'd') }), { maxLength: 8 });
    fc.assert(fc.property(writes, (list) => {
      let note = blank;
      for (const edit of list) {
        const before = note;
        const merged = mergeNote(note, edit);
        note = merged.note;
        const isKept = note.text === edit.text || merged.lostText === edit.text;
        const isReplacedKnowingly = note.text === before.text || before.text === '' || before.textAt <= edit.base;
        expect([isKept, isReplacedKnowingly]).toEqual([true, true]);
      }
    }));
  });
});
