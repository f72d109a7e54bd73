import { Controller, Get, Query } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { type ChangeDto, ChangesDto, ChangesQueryDto } from '../journal/changes.dto.js';
import { audiencesOf } from './audiences-of.js';

const MOST = 1000;

const SINCE_SQL = `select d.seq::float8 as seq, d.audience, e.type, e.ids
  from journal_delivery d join journal_log l on l.seq = d.seq join journal_entry e on e.id = l.entry_id
  where d.audience = any($1) and d.seq > $2 order by d.seq limit ${MOST + 1}`;

/** What a client missed: after a gap, a sleep or a restart of the server. */
@Controller('changes')
export class ChangesController {
  constructor(private readonly transactor: Transactor) {}

  @Get() @Allow('signedIn')
  async since(@CurrentActor() actor: SignedIn, @Query() { since }: ChangesQueryDto): Promise<ChangesDto> {
    const [head] = await this.transactor.query<{ seq: number }>('select seq::float8 as seq from journal_head');
    const upTo = head?.seq ?? 0;
    if (since === undefined) return { upTo, reset: false, changes: [] };
    if (since > upTo) return { upTo, reset: true, changes: [] };
    const changes = await this.transactor.query<ChangeDto>(SINCE_SQL, [audiencesOf(actor), since]);
    const reset = changes.length > MOST;
    const last = changes.at(-1)?.seq ?? upTo;
    return { upTo: Math.max(upTo, last), reset, changes: reset ? [] : changes };
  }
}
