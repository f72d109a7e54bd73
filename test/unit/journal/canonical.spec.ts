import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, saltedHash } from '../../../src/journal/domain/canonical.js';
import { contentOfRow } from '../../../src/journal/domain/row.js';
import { messagesOf } from '../../../src/realtime/messages.js';

describe('the journal’s spelling (RFC 8785)', () => {
  it('sorts keys and leaves no room for a second spelling', () => {
    expect(canonicalJson({ b: [1, 'ế', null], a: { d: true, c: 1e21 } })).toBe('{"a":{"c":1e+21,"d":true},"b":[1,"ế",null]}');
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '\uD800', { '\uDEAD': 1 }])('has no spelling for %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('agrees with another implementation, whatever the value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(canonicalJson(value)).toBe(canonicalize(value))));
  });

  it('leaves a row without private content as it was hashed before there was any', () => {
    const row = { seq: 1, type: 'motion.cast' as const, at: new Date(0), actorId: null, bodyId: null, ids: {}, facts: {} };
    expect(contentOfRow({ ...row, privateHash: null })).not.toContain('private');
    expect(contentOfRow({ ...row, privateHash: saltedHash(Buffer.alloc(16), '{}') })).toMatch(/"private":"[0-9a-f]{64}"/);
  });
});

describe('messages of a batch', () => {
  const delivery = (audience: string, seq: number, prev: number, motionId = 'm') => ({ audience, seq, prev, type: 'motion.cast' as const, ids: { motionId } });

  it('tells each audience once, from its last number to its newest, and the same news only once', () => {
    const messages = messagesOf([delivery('body:1', 5, 3), delivery('body:2', 6, 1), delivery('body:1', 7, 5), delivery('body:1', 8, 7, 'n')]);
    expect(messages).toEqual([
      { audience: 'body:1', prev: 3, seq: 8, changes: [{ type: 'motion.cast', ids: { motionId: 'm' } }, { type: 'motion.cast', ids: { motionId: 'n' } }] },
      { audience: 'body:2', prev: 1, seq: 6, changes: [{ type: 'motion.cast', ids: { motionId: 'm' } }] },
    ]);
  });
});
