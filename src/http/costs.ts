import { SetMetadata } from '@nestjs/common';
import type { Pace } from './domain/pace.js';

export const COSTS = 'ecabinet:costs';

/** What a route costs the server. Without a word: a command is a `write`, reading is free. */
export type Cost = 'write' | 'upload' | 'export' | 'search';

/** For routes that cost more than a row: files that are scanned and read, exports of many rows. */
export const Costs = (cost: Cost): ReturnType<typeof SetMetadata> => SetMetadata(COSTS, cost);

/**
 * Per person and node. Nobody at a desk comes near; a program that runs away does. Who is not signed in is counted by address, behind which a
 * whole room may sit: two thousand people may sign in at the same moment.
 */
export const PACES: Record<Cost | 'anonymous', Pace> = {
  write: { most: 300, perSecond: 5 },
  upload: { most: 100, perSecond: 0.5 },
  export: { most: 60, perSecond: 0.5 },
  search: { most: 120, perSecond: 4 },
  anonymous: { most: 4000, perSecond: 50 },
};
