import { parentPort, workerData } from 'node:worker_threads';
import { compare } from '../domain/comparison.js';
import type { PageLines } from '../domain/page-flow.js';

/** What `Comparer` gives its thread. */
const { older, newer } = workerData as { older: PageLines[]; newer: PageLines[] };
parentPort?.postMessage(compare(older, newer));
