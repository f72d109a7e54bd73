import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.resolve(import.meta.dirname, '../../../src');

describe('classes of the contract', () => {
  it('have names of their own: of two with one name, OpenAPI would keep one', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.dto.ts'));
    const names = files.flatMap((file) => [...readFileSync(path.join(SRC, file), 'utf8').matchAll(/^(?:export )?class (\w+)/gm)].map((match) => match[1]));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
