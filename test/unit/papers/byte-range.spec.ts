import { describe, expect, it } from '@jest/globals';
import { matchesTag, readRange } from '../../../src/papers/domain/byte-range.js';

describe('a range of 100 bytes', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }], ['bytes=0-99', { start: 0, end: 99 }], ['bytes=99-', { start: 99, end: 99 }], ['bytes=0-100', { start: 0, end: 99 }],
    ['bytes=-1', { start: 99, end: 99 }], ['bytes=-100', { start: 0, end: 99 }], ['bytes=-101', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'], ['bytes=100-200', 'unsatisfiable'], ['bytes=-0', 'unsatisfiable'],
    [undefined, 'whole'], ['', 'whole'], ['bytes=-', 'whole'], ['bytes=5-4', 'whole'], ['bytes=0-1,5-6', 'whole'], ['lines=0-1', 'whole'], ['bytes=a-b', 'whole'],
  ])('%j is %j', (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected);
  });

  it('of an empty file cannot be had', () => {
    expect(readRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(readRange('bytes=-5', 0)).toBe('unsatisfiable');
  });
});

describe('a tag', () => {
  it.each([['"a"', true], ['W/"a"', true], ['"b", "a"', true], ['*', true], ['"b"', false], [undefined, false]])('%j names "a": %j', (header, expected) => {
    expect(matchesTag(header, '"a"')).toBe(expected);
  });
});
