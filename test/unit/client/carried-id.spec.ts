import fc from 'fast-check';
import { idOfCarried } from '../../../client/src/features/papers/notes/carried-id.js';

describe('the id of a carried note', () => {
  it('is the same on all devices, and another for another note', () => {
    fc.assert(fc.property(fc.uuid(), fc.uuid(), fc.uuid(), (a, b, version) => {
      expect(idOfCarried(a, version)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(idOfCarried(a, version)).toBe(idOfCarried(a, version));
      fc.pre(a.slice(0, 8) !== b.slice(0, 8));
      expect(idOfCarried(a, version)).not.toBe(idOfCarried(b, version));
    }));
  });
});
