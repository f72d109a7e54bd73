import { canonicalJson, leafHash } from '../../../src/journal/domain/canonical.js';
import { messagesOf } from '../../../src/realtime/messages.js';

describe('the journal’s spelling (RFC 8785)', () => {
  it('sorts keys and leaves no room for a second spelling', () => {
    expect(canonicalJson({ b: [1, 'ế', null], a: { d: true, c: 1e21 } })).toBe('{"a":{"c":1e+21,"d":true},"b":[1,"ế",null]}');
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('hashes a leaf as RFC 6962 says', () => {
    expect(leafHash('').toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
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
