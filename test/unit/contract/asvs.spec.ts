import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Requirement {
  id: string;
  level: number;
  title: string;
  state: string;
  where: string[];
  test: string[];
  note: string;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const { standard, requirements } = JSON.parse(read('docs/asvs.json')) as { standard: string; requirements: Requirement[] };
const STATES = ['met', 'notApplicable', 'partly', 'notMet', 'operator'];
/** What else than a test can show something: a rule of the linter, or a step of CI by the name it prints. */
const RUNS = read('.ci/run');
const RULES = read('eslint.config.mjs');

/** Levels 1 and 2 of OWASP ASVS 5.0.0: section, and its requirements of these levels. */
const SECTIONS = `1.1:1,2 1.2:1,2,3,4,5,6,7,8,9 1.3:1,2,3,4,5,6,7,8,9,10,11 1.4:1,2,3 1.5:1,2 2.1:1,2,3 2.2:1,2,3 2.3:1,2,3,4 2.4:1 3.2:1,2 3.3:1,2,3,4
  3.4:1,2,3,4,5,6 3.5:1,2,3,4,5 3.7:1,2 4.1:1,2,3 4.2:1 4.3:1,2 4.4:1,2,3,4 5.1:1 5.2:1,2,3 5.3:1,2 5.4:1,2,3 6.1:1,2,3
  6.2:1,2,3,4,5,6,7,8,9,10,11,12 6.3:1,2,3,4 6.4:1,2,3,4 6.5:1,2,3,4,5 6.6:1,2,3 6.8:1,2,3,4 7.1:1,2,3 7.2:1,2,3,4 7.3:1,2 7.4:1,2,3,4,5
  7.5:1,2 7.6:1,2 8.1:1,2 8.2:1,2,3 8.3:1 8.4:1 9.1:1,2,3 9.2:1,2,3,4 10.1:1,2 10.2:1,2 10.3:1,2,3,4 10.4:1,2,3,4,5,6,7,8,9,10,11
  10.5:1,2,3,4,5 10.6:1,2 10.7:1,2,3 11.1:1,2 11.2:1,2,3 11.3:1,2,3 11.4:1,2,3,4 11.5:1 11.6:1 12.1:1,2,3 12.2:1,2 12.3:1,2,3,4 13.1:1
  13.2:1,2,3,4,5 13.3:1,2 13.4:1,2,3,4,5 14.1:1,2 14.2:1,2,3,4 14.3:1,2,3 15.1:1,2,3 15.2:1,2,3 15.3:1,2,3,4,5,6,7 16.1:1 16.2:1,2,3,4,5
  16.3:1,2,3,4 16.4:1,2,3 16.5:1,2,3 17.1:1 17.2:1,2,3,4 17.3:1,2`;

const idsOf = (line: string): string[] => {
  const [section = '', numbers = ''] = line.trim().split(':');
  return numbers.split(',').map((number) => `V${section}.${number}`);
};
const EXPECTED = SECTIONS.split(/\s+/).flatMap(idsOf);
const inOrder = (id: string): number => id.slice(1).split('.').reduce((sum, part) => sum * 100 + Number(part), 0);

function whyNoWitness(witness: string): string | null {
  const [, kind = '', name = ''] = /^(lint|ci): (.+)$/.exec(witness) ?? [];
  if (kind === 'ci') return RUNS.includes(`step '${name}'`) ? null : 'no such step';
  if (kind === 'lint') return name.split(' and ').every((rule) => RULES.includes(rule)) ? null : 'no such rule';
  const [file = '', title = ''] = witness.split(' › ');
  if (!existsSync(path.join(ROOT, file))) return 'no such file';
  return title !== '' && read(file).includes(title) ? null : 'no such title';
}

describe('the list of OWASP ASVS', () => {
  it('has every requirement of levels 1 and 2, once, in the order of the standard', () => {
    const ids = requirements.map(({ id }) => id);
    expect(standard).toBe('OWASP ASVS 5.0.0');
    expect(requirements.filter(({ level }) => level < 3).map(({ id }) => id)).toEqual(EXPECTED);
    expect(EXPECTED).toHaveLength(253);
    expect(ids).toEqual([...new Set(ids)].sort((left, right) => inOrder(left) - inOrder(right)));
  });

  it.each(requirements)('$id says how it stands, and each file and test it names is there', ({ level, title, state, where, test, note }) => {
    expect([1, 2, 3]).toContain(level);
    expect(STATES).toContain(state);
    expect(title.split(' ').length).toBeLessThanOrEqual(12);
    expect(note.length).toBeGreaterThan(2);
    expect(where.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    expect(test.flatMap((witness) => whyNoWitness(witness) ?? [])).toEqual([]);
    if (state === 'met') expect(test.length).toBeGreaterThan(0);
  });
});
