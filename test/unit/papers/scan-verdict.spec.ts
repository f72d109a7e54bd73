import { verdictOf } from '../../../src/papers/domain/scan-verdict.js';

describe('the word of the scanner', () => {
  it.each([
    ['stream: OK\0', { kind: 'clean' }],
    ['stream: Eicar-Test-Signature FOUND\0', { kind: 'infected', name: 'Eicar-Test-Signature' }],
    ['stream: a<b>\u0007c FOUND', { kind: 'infected', name: 'a?b??c' }],
    ['stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0', { kind: 'failed', why: 'Heuristics.Limits.Exceeded.MaxFileSize' }],
    ['INSTREAM size limit exceeded. ERROR\0', { kind: 'failed', why: 'INSTREAM size limit exceeded. ERROR' }],
    ['stream: OK FOUND OK', { kind: 'failed', why: 'stream: OK FOUND OK' }],
    ['', { kind: 'failed', why: '' }],
  ])('%j means %j', (line, verdict) => {
    expect(verdictOf(line)).toEqual(verdict);
  });
});
