import { describe, expect, it } from '@jest/globals';
import { isLate, PAPER_STATES, whyCannotRecall, whyCannotRelease, whyCannotRemove, whyCannotReplace } from '../../../src/papers/domain/paper-states.js';

const standing = { state: 'draft', hasUnreleased: true, ownerEditable: true } as const;

describe('a paper', () => {
  it('is replaced and released only while its owner may change', () => {
    expect(whyCannotReplace(standing)).toBeNull();
    expect(whyCannotReplace({ ...standing, ownerEditable: false })).toBe('paperStateForbids');
    expect(whyCannotRelease(standing)).toBeNull();
    expect(whyCannotRelease({ ...standing, ownerEditable: false })).toBe('paperStateForbids');
    expect(whyCannotRelease({ ...standing, hasUnreleased: false })).toBe('paperStateForbids');
  });

  it.each(PAPER_STATES)('%s: is removed only as a draft and recalled only when released', (state) => {
    expect(whyCannotRemove({ ...standing, state })).toBe(state === 'draft' ? null : 'paperStateForbids');
    expect(whyCannotRecall({ ...standing, state, ownerEditable: false }, 'nhầm')).toBe(state === 'released' ? null : 'paperStateForbids');
  });

  it('is not recalled without a reason', () => {
    expect(whyCannotRecall({ ...standing, state: 'released' }, ' ')).toBe('reasonMissing');
  });
});

describe('a paper for Monday 24 June 2019, five working days before', () => {
  const calendar = new Map();
  const on = (releasedOn: string, leadDays = 5): boolean => isLate({ releasedOn, neededOn: '2019-06-24', leadDays }, calendar);

  it.each([['2019-06-14', false], ['2019-06-17', false], ['2019-06-18', true], ['2019-06-24', true], ['2019-06-30', true]])('is late when released on %s: %j', (date, late) => {
    expect(on(date)).toBe(late);
  });

  it('is never late where the rule set asks for no day', () => {
    expect(on('2019-06-24', 0)).toBe(false);
  });

  it('counts a holiday as no working day', () => {
    expect(isLate({ releasedOn: '2019-06-17', neededOn: '2019-06-24', leadDays: 5 }, new Map([['2019-06-19', 'holiday']]))).toBe(true);
  });
});
