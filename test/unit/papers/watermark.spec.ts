import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copyCode, watermarkOf } from '../../../src/papers/domain/watermark.js';

describe('the mark on copies that leave', () => {
  it('says who, when by the clock of Hà Nội, and which copy', () => {
    expect(watermarkOf({ name: 'Thống đốc Ngân hàng Nhà nước Việt Nam', at: new Date('2019-06-23T17:05:00Z'), code: '7F3A9C2K' })).toBe('7F3A9C2K · 24/06/2019 00:05 · Thống đốc Ngân hàng Nhà nước Việt Nam');
  });

  it('has codes of eight letters of which none is taken for another on paper', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 16 }), (bytes) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(copyCode(bytes))));
  });
});
