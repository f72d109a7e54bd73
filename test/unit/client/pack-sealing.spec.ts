import fc from 'fast-check';
import { fileKeyOf, newDeviceKey, newFileKey, sealJson, sealSegment, SEGMENT, segmentsOf, unsealJson, unsealSegment } from '../../../client/src/api/pack/sealing.js';

describe('what a device keeps', () => {
  it('is under a key that cannot be taken out', async () => {
    const key = await newDeviceKey();
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    const { wrapped } = await newFileKey(key, 'v');
    expect((await fileKeyOf(key, 'v', wrapped)).extractable).toBe(false);
  });

  it('opens as it was, under its own name alone', async () => {
    const key = await newDeviceKey();
    await fc.assert(fc.asyncProperty(fc.jsonValue(), async (value) => {
      const sealed = await sealJson(key, 'a', value);
      expect(await unsealJson(key, 'a', sealed)).toEqual(JSON.parse(JSON.stringify(value)));
      await expect(unsealJson(key, 'b', sealed)).rejects.toThrow();
      await expect(unsealJson(await newDeviceKey(), 'a', sealed)).rejects.toThrow();
    }), { numRuns: 25 });
  });

  it('is a file whose pieces stand in their places: none is moved, changed, cut off or put into another file', async () => {
    const device = await newDeviceKey();
    const { key, wrapped } = await newFileKey(device, 'one');
    const plain = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
    const place = { index: 3, count: 7 };
    const sealed = await sealSegment(key, 'one', place, plain);
    const reading = await fileKeyOf(device, 'one', wrapped);
    expect(await unsealSegment(reading, 'one', place, sealed)).toEqual(plain);
    for (const [name, wrong] of [['one', { index: 2, count: 7 }], ['one', { index: 3, count: 6 }], ['two', place]] as const) await expect(unsealSegment(reading, name, wrong, sealed)).rejects.toThrow();
    const changed = sealed.slice(0);
    new Uint8Array(changed).set([(new Uint8Array(changed)[5] ?? 0) ^ 1], 5);
    await expect(unsealSegment(reading, 'one', place, changed)).rejects.toThrow();
    await expect(fileKeyOf(device, 'two', wrapped)).rejects.toThrow();
  });

  it.each([[0, 1], [1, 1], [SEGMENT, 1], [SEGMENT + 1, 2], [10 * SEGMENT, 10]])('has for %i bytes %i segments', (size, count) => {
    expect(segmentsOf(size)).toBe(count);
  });
});
