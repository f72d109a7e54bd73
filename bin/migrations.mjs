// node bin/migrations.mjs generate <kebab-name> | drift
// Starts a throw-away database, runs all migrations, and compares it with the entities. `drift` fails on any difference, or when schema.sql is old.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, root } from './built.mjs';

ensureBuilt({ client: false });
const [act, name] = process.argv.slice(2);
const { startEmbeddedPostgres } = await import('../dist/server/database/embedded/start-embedded-postgres.js');
const { buildDataSource } = await import('../dist/server/database/data-source.js');
const { migrate } = await import('../dist/server/database/migrate.js');
const { describeSchema } = await import('../dist/server/database/schema-description.js');
const { ENTITIES } = await import('../dist/server/entities.js');

const folder = mkdtempSync(path.join(os.tmpdir(), 'ecabinet-migrations-'));
chmodSync(folder, 0o777);
const database = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
const dataSource = buildDataSource(database.url, ENTITIES);
let failed = false;
try {
  await dataSource.initialize();
  await migrate(dataSource, () => undefined);
  const difference = await dataSource.driver.createSchemaBuilder().log();
  const folderOfMigrations = path.join(root, 'src/database/migrations');
  if (act === 'generate') {
    if (difference.upQueries.length === 0) console.log('The entities and the migrations agree: nothing to generate.');
    else {
      const numbers = readdirSync(folderOfMigrations).map((file) => Number(file.slice(0, 4))).filter((number) => number > 0);
      const number = String(Math.max(0, ...numbers) + 1).padStart(4, '0');
      const pascal = name.split('-').map((part) => part[0].toUpperCase() + part.slice(1)).join('');
      const lines = (queries) => queries.map(({ query }) => `    await runner.query(\`${query}\`);`).join('\n');
      const timestamp = 1790000000000 + Number(number);
      writeFileSync(path.join(folderOfMigrations, `${number}-${name}.ts`), `import type { MigrationInterface, QueryRunner } from 'typeorm';\n\nexport class ${pascal}${timestamp} implements MigrationInterface {\n  async up(runner: QueryRunner): Promise<void> {\n${lines(difference.upQueries)}\n  }\n\n  async down(runner: QueryRunner): Promise<void> {\n${lines([...difference.downQueries].reverse())}\n  }\n}\n`);
      console.log(`written: src/database/migrations/${number}-${name}.ts (read it, and add it to index.ts)`);
    }
  } else {
    for (const { query } of difference.upQueries) console.error(`drift: ${query}`);
    failed = difference.upQueries.length > 0;
    const file = path.join(root, 'src/database/schema.sql');
    const text = await describeSchema(dataSource);
    const same = (() => { try { return readFileSync(file, 'utf8') === text; } catch { return false; } })();
    if (act === 'schema') writeFileSync(file, text);
    else if (!same) { failed = true; console.error('drift: src/database/schema.sql is old: run "npm run migration:schema" and commit it.'); }
    if (!failed) console.log(act === 'schema' ? 'written: src/database/schema.sql' : 'migrations: no drift');
  }
} finally {
  if (dataSource.isInitialized) await dataSource.destroy();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
