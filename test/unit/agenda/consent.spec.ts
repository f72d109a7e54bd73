import fc from 'fast-check';
import { consentOutcome, type ConsentFacts, whyOffConsentList } from '../../../src/agenda/domain/consent.js';

const CLEAN: ConsentFacts = { kind: 'decision', outcome: null, members: 27, noObjection: 27, objection: 0, wishToSpeak: 0, conditions: 0, recused: 0, pulled: false, voted: false };

describe('the consent list (product/rules.md §2, as in Estonia)', () => {
  it.each([
    [{}, false, null],
    [{ noObjection: 26 }, false, 'silence'],
    [{ noObjection: 26 }, true, null],
    [{ noObjection: 0 }, true, null],
    [{ noObjection: 26, objection: 1 }, true, 'objection'],
    [{ noObjection: 26, wishToSpeak: 1 }, true, 'wishToSpeak'],
    [{ conditions: 1 }, false, 'condition'],
    [{ recused: 1 }, true, 'recused'],
    [{ pulled: true }, false, 'pulled'],
    [{ voted: true }, false, 'voted'],
    [{ outcome: 'approved' }, false, 'decided'],
    [{ kind: 'oral' }, true, 'oral'],
    [{ kind: 'information' }, false, null],
  ] as const)('%j, silence counts: %s → %s', (facts, bySilence, expected) => {
    expect(whyOffConsentList({ ...CLEAN, ...facts }, bySilence)).toBe(expected);
  });

  it('no objection less never puts an item on the list', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 100 }), (members, noObjection) => {
      const at = (count: number): boolean => whyOffConsentList({ ...CLEAN, members, noObjection: count }, false) === null;
      expect(at(noObjection) && !at(noObjection + 1)).toBe(false);
    }));
  });

  it('approves decisions and notes the rest', () => {
    expect([consentOutcome('decision'), consentOutcome('information'), consentOutcome('standing')]).toEqual(['approved', 'noted', 'noted']);
  });
});
