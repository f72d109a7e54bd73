import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { CheckpointsService } from '../journal/checkpoints.service.js';
import { LogTree } from '../journal/log-tree.js';
import type { CheckpointDto, ConsistencyDto, ConsistencyQueryDto } from './log.dto.js';

/** What everybody's browser may ask of the log: how far it has come, and that it only ever grew. */
@Injectable()
export class LogService {
  constructor(
    private readonly transactor: Transactor,
    private readonly checkpoints: CheckpointsService,
    private readonly tree: LogTree,
  ) {}

  async checkpoint(): Promise<CheckpointDto> {
    const [name, latest] = [await this.checkpoints.name(), await this.checkpoints.latest()];
    const restorations = await this.transactor.query<{ at: Date; size: number }>('select at, size::float8 as size from journal_restoration order by at');
    return { ...name, note: latest?.note ?? null, restorations: restorations.map(({ at, size }) => ({ at: at.toISOString(), size })) };
  }

  /** Only between checkpoints that were signed: other sizes are refused. */
  async consistency({ from, to }: ConsistencyQueryDto): Promise<ConsistencyDto> {
    const latest = await this.checkpoints.latest();
    if (from > to || to > (latest?.size ?? 0)) throw new Refusal('logRangeUnknown');
    const proof = await this.tree.consistency(this.transactor, from, to);
    return { proof: proof.map((hash) => hash.toString('base64')) };
  }
}
