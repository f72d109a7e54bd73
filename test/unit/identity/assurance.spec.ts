import { isIdTokenType, isSingleFactor, isStrong, showsSecondFactor } from '../../../src/identity/domain/assurance.js';

describe('the strength of a sign-in at a provider', () => {
  it.each<[string, Record<string, unknown>, string[], string[], boolean]>([
    ['nothing asked: one factor, whatever it says', { acr: 'high', amr: ['mfa'] }, [], [], false],
    ['a class that was set', { acr: 'high' }, ['substantial', 'high'], [], true],
    ['another class', { acr: 'low' }, ['high'], [], false],
    ['a class that only begins alike', { acr: 'high-ish' }, ['high'], [], false],
    ['no class', {}, ['high'], [], false],
    ['classes in a list are no class', { acr: ['high'] }, ['high'], [], false],
    ['a method that was set', { amr: ['pwd', 'mfa'] }, [], ['mfa'], true],
    ['another method', { amr: ['pwd'] }, [], ['mfa', 'hwk'], false],
    ['methods in a text are no list', { amr: 'mfa' }, [], ['mfa'], false],
    ['class and method, both set, both there', { acr: 'high', amr: ['hwk'] }, ['high'], ['mfa', 'hwk'], true],
    ['class there, method not', { acr: 'high', amr: ['pwd'] }, ['high'], ['mfa'], false],
    ['method there, class not', { acr: 'low', amr: ['mfa'] }, ['high'], ['mfa'], false],
  ])('%s', (_, claims, acr, amr, strong) => {
    expect(isStrong(claims, { acr, amr })).toBe(strong);
  });
});

describe('the type of a token', () => {
  it.each<[unknown, boolean]>([[undefined, true], ['JWT', true], ['jwt', true], ['application/jwt', true], ['at+jwt', false], ['logout+jwt', false], ['dpop+jwt', false], ['', false], [7, false]])('%p: an ID token %p', (typ, is) => {
    expect(isIdTokenType(typ)).toBe(is);
  });
});

describe('a way in', () => {
  it.each(['password', 'code', 'recoveryCode', 'passkey', 'oidc', 'link', 'demo'] as const)('%s is one factor or more, and lifts a restriction or not', (method) => {
    expect(isSingleFactor(method, false)).toBe(method === 'password' || method === 'oidc');
    expect(isSingleFactor(method, true)).toBe(method === 'password');
    expect(showsSecondFactor(method)).toBe(method === 'passkey' || method === 'code');
  });
});
