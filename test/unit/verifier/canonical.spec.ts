import { fromBase64, parseJson, readCanonical } from '../../../src/verifier/canonical.js';

describe('reading strictly', () => {
  it.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"a":{"b":1},"c":[{"b":1,"b":2}]}', ['b']],
    ['{"a":"}","b":"\\"a\\":1,"}', []],
    ['{"\\u0061":1,"a":2}', ['a']],
    ['[{"a":1},{"a":2}]', []],
    ['{"a":["a","a"],"b":{"a":1}}', []],
  ])('finds members that stand twice in %s', (text, doubled) => {
    expect(parseJson(text)?.doubled).toEqual(doubled);
  });

  it.each(['{"b":1,"a":2}', '{ "a":1}', '{"a":1.0}', '{"a":1,"a":1}', '"\\u0061"', '"\\ud800"', '{'])('refuses what is not canonical: %s', (text) => {
    expect(readCanonical(text)).toBeNull();
  });

  it('takes base64 in its one spelling only', () => {
    expect(fromBase64('nAM=')).toEqual(Buffer.from([0x9c, 0x03]));
    expect([fromBase64('nAN='), fromBase64('nAM'), fromBase64('nA M='), fromBase64('nAM', 'base64url')?.length]).toEqual([null, null, null, 2]);
  });
});
