import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const SRC = resolve(import.meta.dirname, '..', '..', '..', 'src');

const files = (): string[] => readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** Numbers of advisory locks (`..._LOCK = 7_225_…`), where they are made. */
function locks(): [string, string][] {
  return files().flatMap((file) => [...readFileSync(resolve(SRC, file), 'utf8').matchAll(/_LOCK = (7_225_\d+)/g)].map((found): [string, string] => [found[1] ?? '', file]));
}

describe('advisory locks of the database', () => {
  it('have a number each: two that share one wait for one another', () => {
    const numbers = locks().map(([number]) => number);
    expect(numbers.length).toBeGreaterThan(4);
    expect(locks().filter(([number]) => numbers.indexOf(number) !== numbers.lastIndexOf(number))).toEqual([]);
  });
});
