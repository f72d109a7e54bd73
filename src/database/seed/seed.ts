import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { renewRegulation, seedBodies } from './seed-bodies.js';
import { SeedContext } from './seed-context.js';
import { seedDossiers } from './seed-dossiers.js';
import { seedOpenRequest, seedOverdueRequest } from './seed-requests.js';
import { seedCommitteeSession, seedJuneSession, seedMaySession } from './seed-sessions.js';

const SEED_LOCK = 7_225_012;

/** Puts the demo data in through the product's own services, once: a database with any body is left alone. */
export async function seed(app: INestApplicationContext, log: (line: string) => void): Promise<void> {
  const context = new SeedContext(app);
  const [first] = await context.transactor.query('select 1 from body limit 1');
  if (first) return;
  // A connection of its own holds the lock, and gives it back: one of the pool would keep it.
  const holder = app.get(DataSource).createQueryRunner();
  try {
    const [lock] = (await holder.query('select pg_try_advisory_lock($1) as mine', [SEED_LOCK])) as { mine: boolean }[];
    if (!lock?.mine) return;
    await fill(context, log);
    await holder.query('select pg_advisory_unlock($1)', [SEED_LOCK]);
  } finally {
    await holder.release();
  }
}

async function fill(context: SeedContext, log: (line: string) => void): Promise<void> {
  log('demo data: bodies and people');
  const { government, committee } = await seedBodies(context);
  log('demo data: the session of 31 May 2019');
  await seedMaySession(context, government);
  log('demo data: the session of 24 June 2019 with its papers');
  await seedJuneSession(context, government);
  log('demo data: written opinion requests');
  await seedOverdueRequest(context, government);
  await renewRegulation(context, government);
  await seedOpenRequest(context, government);
  log('demo data: dossiers of sponsors');
  await seedDossiers(context, government);
  log('demo data: a People’s Committee');
  await seedCommitteeSession(context, committee);
}
