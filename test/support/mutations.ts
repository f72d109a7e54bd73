/** One change of an export: `shape` is its path without numbers. */
export interface Mutation {
  what: string;
  shape: string;
  changed: () => unknown;
}

type Path = readonly (string | number)[];

/**
 * What nothing binds (docs/export-format.md): when the server wrote the file and made a checkpoint is its own word, as long as the order
 * is possible; and an earlier checkpoint that is left out takes nothing from what the last one proves.
 */
const UNBOUND: ReadonlySet<string> = new Set([
  ...['madeAt', 'log.checkpoints[].at'].flatMap((shape) => ['first letter', 'middle letter', 'last letter'].map((name) => `${shape}: ${name}`)),
  'log.checkpoints[]: left out',
]);

export function isUnbound({ shape, what }: Mutation): boolean {
  return UNBOUND.has(`${shape}: ${what.split(': ').at(-1) ?? ''}`);
}

const MOST = 700;
const LEAST_OF_A_SHAPE = 3;

/** Every value changed in every way that fits it, every member left out, every list cut, doubled and swapped; of many alike at least three. */
export function mutationsOf(exported: unknown): Mutation[] {
  const all = [...walk(exported, [])].flatMap((path) => changesAt(exported, path));
  const every = Math.max(1, Math.ceil(all.length / MOST));
  const seen = new Map<string, number>();
  return all.filter(({ shape, what }, index) => {
    const kind = `${shape} ${what.split(': ').at(-1) ?? ''}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return index % every === 0 || (seen.get(kind) ?? 0) <= LEAST_OF_A_SHAPE;
  });
}

function* walk(value: unknown, path: Path): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) yield* walk(member, [...path, Array.isArray(value) ? Number(name) : name]);
}

function changesAt(root: unknown, path: Path): Mutation[] {
  const value = at(root, path);
  const shape = path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('').replace(/^\./, '');
  const make = (name: string, change: (holder: Record<string | number, unknown>, last: string | number) => void): Mutation => ({
    what: `${path.join('.')}: ${name}`, shape,
    changed: () => {
      const copy: Record<string, unknown> = { root: structuredClone(root) };
      const full = ['root', ...path];
      change(at(copy, full.slice(0, -1)) as Record<string | number, unknown>, full.at(-1) ?? '');
      return copy['root'];
    },
  });
  const set = (name: string, other: unknown): Mutation => make(name, (holder, last) => { holder[last] = other; });
  const remove = make('left out', (holder, last) => { if (Array.isArray(holder)) holder.splice(Number(last), 1); else delete holder[last]; });
  const left = path.length > 0 ? [remove] : [];
  if (Array.isArray(value)) return [...left, ...changesOfList(value, set)];
  if (typeof value === 'object' && value !== null) return [...left, make('a member more', (holder, last) => { Object.assign(holder[last] as object, { more: 1 }); }), set('null', null)];
  return [...left, ...others(value).map(([name, other]) => set(name, other))];
}

function changesOfList(list: unknown[], set: (name: string, other: unknown) => Mutation): Mutation[] {
  const [first, last] = [list[0], list.at(-1)];
  const changes = [set('not a list', {}), set('one more', [...list, null])];
  if (list.length > 0) changes.push(set('first doubled', [first, ...list]), set('emptied', []));
  if (list.length > 1 && JSON.stringify(first) !== JSON.stringify(last)) changes.push(set('first and last swapped', [last, ...list.slice(1, -1), first]));
  return changes;
}

const ENUMS = [['agree', 'disagree', 'otherOpinion', 'abstain'], ['adopted', 'rejected', 'undecided'], ['majority', 'chair', 'none'], ['published', 'annulled'], ['answered', 'deemed', 'notAnswered'], ['room', 'remote'], ['all', 'present', 'cast'], ['log', 'motion', 'request'], ['passkey', 'code']];

function others(value: unknown): [string, unknown][] {
  if (value === null) return [['a text', 'x'], ['a number', 0]];
  if (typeof value === 'boolean') return [['the contrary', !value], ['null', null]];
  if (typeof value === 'number') return [['one more', value + 1], ['one less', value - 1], ['a text', String(value)]];
  const text = String(value);
  const middle = Math.floor(text.length / 2);
  const flip = (index: number): string => `${text.slice(0, index)}${text[index] === 'a' ? 'b' : text[index] === '0' ? '1' : text[index] === '1' ? '0' : 'a'}${text.slice(index + 1)}`;
  const words = ENUMS.find((list) => list.includes(text))?.filter((word) => word !== text) ?? [];
  const last = /[0-9](?=Z$)/.exec(text)?.index ?? text.length - 1;
  const flips: [string, unknown][] = text === '' ? [] : [['first letter', flip(0)], ['middle letter', flip(middle)], ['last letter', flip(last)]];
  return [...flips, ['a space more', `${text} `], ['null', null], ...words.map((word): [string, unknown] => [`as ${word}`, word])];
}

function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], root);
}
