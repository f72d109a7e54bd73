// node bin/asvs.mjs [--check]: writes the tables of docs/security.md from docs/asvs.json; --check only says whether they agree.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const docs = path.resolve(import.meta.dirname, '../docs');
const page = path.join(docs, 'security.md');
const [BEGIN, END] = ['<!-- made by bin/asvs.mjs from asvs.json -->', '<!-- until here -->'];
const CHAPTERS = [
  'Encoding and sanitisation', 'Validation and business logic', 'Web front end', 'API and web service', 'Files', 'Authentication', 'Sessions', 'Authorisation', 'Self-contained tokens', 'OAuth and OIDC', 'Cryptography',
  'Secure communication', 'Configuration', 'Data protection', 'Coding and architecture', 'Logging and errors', 'WebRTC',
];
const STATES = { met: 'met', partly: 'partly', notMet: 'not met', operator: 'operator', notApplicable: 'not applicable' };
const LISTS = [['notMet', 'Not met'], ['partly', 'Partly met'], ['operator', 'Left to who operates it']];

const { requirements } = JSON.parse(readFileSync(path.join(docs, 'asvs.json'), 'utf8'));
const counted = requirements.filter(({ level }) => level < 3);
const chapterOf = ({ id }) => Number(/^V(\d+)/.exec(id)[1]);
const row = (name, of) => `| ${[name, ...Object.keys(STATES).map((state) => of.filter((one) => one.state === state).length)].join(' | ')} |`;

const table = [
  `| chapter | ${Object.values(STATES).join(' | ')} |`,
  `|---|${'--:|'.repeat(Object.keys(STATES).length)}`,
  ...CHAPTERS.map((name, index) => row(`V${index + 1} ${name}`, counted.filter((one) => chapterOf(one) === index + 1))),
  row('**all**', counted).replace(/ (\d+) \|/g, ' **$1** |'),
];
const lists = LISTS.flatMap(([state, title]) => {
  const of = requirements.filter((one) => one.state === state);
  return ['', `### ${title}`, '', ...(of.length === 0 ? ['None.'] : of.map(({ id, level, title: what, note }) => `- ${id} (L${level}) ${what}: ${note}`))];
});

const text = readFileSync(page, 'utf8');
const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
if (from < 0 || to < from) throw new Error(`${page} does not say where the tables are: ${BEGIN} … ${END}`);
const made = `${text.slice(0, from)}${[BEGIN, '', ...table, ...lists, ''].join('\n')}\n${text.slice(to)}`;
if (!process.argv.includes('--check')) writeFileSync(page, made);
else if (made !== text) {
  process.stderr.write('docs/security.md does not say what docs/asvs.json says: run "npm run asvs".\n');
  process.exit(1);
}
