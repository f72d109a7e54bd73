import fc from 'fast-check';
import { violationsIn } from '../../../src/http/domain/csp-report.js';

const old = (blocked: unknown, directive: unknown = 'script-src-elem'): unknown => ({ 'csp-report': { 'document-uri': 'https://a.example/sessions/1', 'effective-directive': directive, 'blocked-uri': blocked } });

describe('a report of the content security policy', () => {
  it.each([
    ['https://evil.example/steal?id=7#x', 'https://evil.example'],
    ['http://evil.example:8080', 'http://evil.example:8080'],
    ['wss://evil.example/socket', 'wss://evil.example'],
    ['inline', 'inline'], ['eval', 'eval'], ['data', 'data'],
    ['data:text/html,secret', 'data:'],
    ['https://user:word@evil.example/', 'https:'],
    ['line\nbreak', 'unknown'], ['', 'unknown'],
  ])('says %j as %j', (blocked, said) => {
    expect(violationsIn(old(blocked))).toEqual([{ directive: 'script-src-elem', blocked: said }]);
  });

  it('is read in the form of the Reporting API, at most twenty at once', () => {
    const one = { type: 'csp-violation', url: 'https://a.example/papers/9', body: { effectiveDirective: 'img-src', blockedURL: 'https://evil.example/x.png' } };
    expect(violationsIn([one, { type: 'deprecation', body: {} }])).toEqual([{ directive: 'img-src', blocked: 'https://evil.example' }]);
    expect(violationsIn(Array(50).fill(one))).toHaveLength(20);
  });

  it('never throws, and never says more than a directive and an origin', () => {
    fc.assert(fc.property(fc.anything(), (body) => violationsIn(body).every(({ directive, blocked }) => /^[a-z-]+$/.test(directive) && !/[\s?#]/.test(blocked))));
    fc.assert(fc.property(fc.string(), fc.string(), (blocked, directive) => violationsIn(old(blocked, directive)).every((one) => !/[\s?#]/.test(one.blocked))));
  });
});
