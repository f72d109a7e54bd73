// npm run bench [-- <name> …] [--json FILE]: every figure beside its floor, measured in turn in the same run. See docs/performance.md.
import { appendFileSync, writeFileSync } from 'node:fs';
import { loadNow } from '../bench/machine.mjs';
import { ensureBuilt } from './built.mjs';

// `start` first: it is measured on a small database.
const FILES = ['start', 'cast', 'fanout', 'session-open', 'search', 'first-page', 'reader-memory', 'bundle'];

const words = process.argv.slice(2);
const at = words.indexOf('--json');
const [, jsonFile] = at < 0 ? [] : words.splice(at, 2);
const suites = await Promise.all(FILES.map((file) => import(`../bench/${file}.mjs`)));
const known = suites.flatMap((suite) => suite.names);
const unknown = words.filter((word) => !known.some((name) => name === word || name.startsWith(`${word}-`)));
if (unknown.length > 0 || (at >= 0 && !jsonFile)) {
  console.error(`Usage: npm run bench -- [name …] [--json FILE]\nNames: ${known.join(', ')}`);
  process.exit(2);
}
const exact = words.filter((word) => known.includes(word));
const wants = (name) => words.length === 0 || exact.includes(name) || words.some((word) => !known.includes(word) && name.startsWith(`${word}-`));

ensureBuilt();
const { openStage } = await import('../bench/stage.mjs');
if (jsonFile) writeFileSync(jsonFile, '');
const missed = [];
const show = (number) => (number >= 100 ? number.toFixed(0) : number.toFixed(number >= 10 ? 1 : 2));

/** One figure. A figure without a floor has its goal in its own unit. */
function report({ name, ours, floor = null, goal, unit, rounds, ratio = floor === null ? ours : ours / floor }) {
  const wanted = Number(goal.slice(2));
  const holds = goal.startsWith('>=') ? ratio >= wanted : ratio <= wanted;
  if (!holds) missed.push(name);
  const line = { name, ours: Number(ours.toFixed(3)), floor: floor === null ? null : Number(floor.toFixed(3)), ratio: Number(ratio.toFixed(3)), goal, unit, rounds, load: Number(loadNow()) };
  if (jsonFile) appendFileSync(jsonFile, `${JSON.stringify(line)}\n`);
  console.log(`${name.padEnd(26)} ${show(ours).padStart(8)} ${(floor === null ? '–' : show(floor)).padStart(8)}  ratio ${ratio.toFixed(2).padStart(7)}  must ${goal.padEnd(7)} ${holds ? 'holds ' : 'MISSED'}  ${unit}, ${rounds} rounds, load ${line.load}`);
}

const started = Date.now();
console.log(`${'name'.padEnd(26)} ${'ours'.padStart(8)} ${'floor'.padStart(8)}`);
const stage = await openStage();
try {
  for (const suite of suites) if (suite.names.some((name) => wants(name))) await suite.run({ stage, wants, report });
} finally {
  await stage.close();
}
console.log(`${missed.length === 0 ? 'Every must holds.' : `Missed: ${missed.join(', ')}.`} ${((Date.now() - started) / 1000).toFixed(0)} s.`);
process.exit(0);
