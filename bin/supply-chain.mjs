// node bin/supply-chain.mjs [pins|licences|sbom|audit …]: what the program is made of. All of them without a word. `--root <folder>`: of another checkout.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const words = process.argv.slice(2);
const at = words.indexOf('--root');
const root = path.resolve(at < 0 ? path.join(import.meta.dirname, '..') : words[at + 1]);
const chosen = words.filter((word, index) => at < 0 || index < at || index > at + 1);

/** They ask for their text and a name, nothing more. */
const ALLOWED = new Set(['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Python-2.0', 'CC0-1.0', 'Unlicense', 'OFL-1.1', 'Zlib']);
/** Only for tools that test and build, and are delivered to nobody. */
const FOR_TOOLS = { 'MPL-2.0': /^(@axe-core\/playwright|axe-core|lightningcss(-[\w-]+)?|ical\.js)$/, 'CC-BY-4.0': /^caniuse-lite$/ };
/** Asks only that changes of its own files are given back: used as they come. */
const UNCHANGED = { 'MPL-2.0': /^web-push$/ };
/** Says its licence in a file, not in its package.json; read by a person. */
const READ = { 'xmlhttprequest-ssl@2.1.2': 'MIT' };
/** Advisories of this weight stop CI at once; lighter ones are told (time frames: docs/security.md). */
const STOPS = ['critical', 'high'];

const json = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const say = (line) => process.stdout.write(`${line}\n`);

function packagesOf() {
  return Object.entries(json('package-lock.json').packages).flatMap(([place, of]) => (place === '' ? [] : [{ name: place.split('node_modules/').at(-1), ...of }]));
}

function npm(...list) {
  return spawnSync('npm', list, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
}

/** Exact versions, the same in the lock, each from the registry and with its hash. */
function pins() {
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = json('package.json');
  const { packages } = json('package-lock.json');
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).flatMap(([name, version]) => (packages[`node_modules/${name}`]?.version === version.replace(/^npm:.+@/, '') ? [] : [`${name}: package.json says ${version}, the lock ${packages[`node_modules/${name}`]?.version ?? 'nothing'}`]));
  const loosely = packagesOf().filter(({ integrity, resolved, inBundle }) => !inBundle && (!/^sha512-/.test(integrity ?? '') || !/^https:\/\/registry\.npmjs\.org\//.test(resolved ?? 'https://registry.npmjs.org/')));
  return [...loose, ...loosely.map(({ name }) => `${name}: no SHA-512 or not from registry.npmjs.org`)];
}

const isAllowed = ({ name, licence }) => FOR_TOOLS[licence]?.test(name) || UNCHANGED[licence]?.test(name) || licence.replace(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((part) => ALLOWED.has(part.trim())));

function licences() {
  const all = packagesOf().map(({ name, version, license }) => ({ name, what: `${name}@${version}`, licence: typeof license === 'string' ? license : (READ[`${name}@${version}`] ?? 'none named') }));
  const counts = new Map();
  for (const { licence } of all) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  for (const [licence, count] of [...counts].sort((left, right) => right[1] - left[1])) say(`  ${String(count).padStart(4)}  ${licence}`);
  return all.filter((one) => !isAllowed(one)).map(({ what, licence }) => `${what}: ${licence}`);
}

/** CycloneDX of everything in the lock, into dist/sbom.cdx.json. */
function sbom() {
  const made = npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only');
  if (made.status !== 0) return [`npm sbom: ${made.stderr.trim()}`];
  const bill = JSON.parse(made.stdout);
  const known = new Map((bill.components ?? []).map((component) => [decodeURIComponent(component.purl?.replace(/^pkg:npm\/|\?.*$/g, '') ?? ''), component]));
  const missing = packagesOf().filter(({ name, version, optional, peer }) => optional !== true && peer !== true && !known.has(`${name}@${version}`)).map(({ name, version }) => `${name}@${version}: not in the bill`);
  const bare = [...known].filter(([, { purl, hashes }]) => !purl?.startsWith('pkg:npm/') || !hashes?.length).map(([what]) => `${what}: without purl or hash`);
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(bill, null, 1)}\n`);
  say(`  ${bill.bomFormat} ${bill.specVersion}, ${known.size} components, in dist/sbom.cdx.json`);
  return [...(bill.bomFormat === 'CycloneDX' ? [] : ['not CycloneDX']), ...missing, ...bare];
}

function audit() {
  const { stdout } = npm('audit', '--json', '--package-lock-only');
  const report = stdout.trim().startsWith('{') ? JSON.parse(stdout) : {};
  if (report.auditReportVersion === undefined) {
    say(`  WARNING: no source of advisories answered (${String(report.message ?? 'no answer').split('\n')[0]}).\n  WARNING: nothing is known today about published vulnerabilities of the components; run "npm audit" where the registry answers.`);
    return [];
  }
  const found = Object.values(report.vulnerabilities).map(({ name, severity, range }) => ({ severity, line: `${severity}: ${name} ${range}` }));
  for (const { line } of found) say(`  ${line}`);
  if (found.length === 0) say('  no published vulnerability');
  return found.filter(({ severity }) => STOPS.includes(severity)).map(({ line }) => line);
}

const STEPS = { pins, licences, sbom, audit };
let faults = 0;
for (const [name, step] of Object.entries(STEPS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  say(`${name}:`);
  const wrong = step();
  faults += wrong.length;
  for (const line of wrong.slice(0, 20)) say(`  REFUSED ${line}`);
}
process.exit(faults === 0 ? 0 : 1);
