import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import papaparse from 'papaparse';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { administrators, bodyRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import type { ImportPreviewDto, ImportResultDto, ImportRowDto } from './bodies.dto.js';
import { Body, Member, Seat } from './body.entity.js';
import { type CsvRow, type ImportedMember, missingColumns, plainName, type RowProblem, readMembers } from './domain/member-import.js';
import { addDays, dateOf } from './domain/working-days.js';

interface Holder {
  seat_id: string;
  number: number;
  title: string;
  member_id: string | null;
  name: string | null;
}

const HOLDERS_SQL = `select s.id as seat_id, s.number, s.title, m.id as member_id, m.name from seat s
  left join member m on m.seat_id = s.id and m.until_date is null where s.body_id = $1`;

/** Members from a CSV file: first a preview of every row, then all or nothing. */
@Injectable()
export class MemberImportService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  async preview(bodyId: string, csv: string): Promise<ImportPreviewDto> {
    const { members, problems } = read(csv);
    return this.transactor.run(async (tx) => {
      found(await tx.manager.findOneBy(Body, { id: bodyId }));
      const holders = await holdersOf(tx, bodyId);
      const rows = members.map((member) => toRow(member, problems, holders.get(member.number)));
      return { digest: digestOf(csv, rows), rows, ok: problems.length === 0 && rows.length > 0 };
    });
  }

  /** Does what the preview said. Refuses when the file has an error or the body changed since. */
  async run(actor: SignedIn, bodyId: string, csv: string, digest: string): Promise<ImportResultDto> {
    const { members, problems } = read(csv);
    if (problems.length > 0) throw new Refusal('importHasErrors', { rows: new Set(problems.map((problem) => problem.line)).size });
    return this.transactor.run(async (tx) => {
      found(await tx.manager.findOne(Body, { where: { id: bodyId }, lock: { mode: 'pessimistic_write' } }));
      const holders = await holdersOf(tx, bodyId);
      const rows = members.map((member) => toRow(member, [], holders.get(member.number)));
      if (digestOf(csv, rows) !== digest) throw new Refusal('importChanged');
      const today = dateOf(await tx.now());
      for (const member of members) await apply(tx, bodyId, { member, holder: holders.get(member.number), today });
      await this.journal.append(tx, { type: 'body.changed', actorId: actor.accountId, bodyId, audiences: [bodyRoom(bodyId), administrators], ids: { bodyId }, facts: { imported: members.length } });
      const count = (act: ImportRowDto['act']): number => rows.filter((row) => row.act === act).length;
      return { created: count('create'), updated: count('update'), unchanged: count('unchanged') + count('vacant') };
    });
  }
}

function read(csv: string): { members: ImportedMember[]; problems: RowProblem[] } {
  const parsed = papaparse.parse<CsvRow>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: 'greedy' });
  const header = parsed.meta.fields ?? [];
  if (header.length < 2) throw new Refusal('csvUnreadable');
  const missing = missingColumns(header);
  if (missing.length > 0) throw new Refusal('csvColumnMissing', { columns: missing });
  return readMembers(header, parsed.data);
}

async function holdersOf(tx: Tx, bodyId: string): Promise<Map<number, Holder>> {
  const rows = await tx.query<Holder>(HOLDERS_SQL, [bodyId]);
  return new Map(rows.map((row) => [row.number, row]));
}

function toRow(member: ImportedMember, problems: RowProblem[], holder: Holder | undefined): ImportRowDto {
  const errors = problems.filter((problem) => problem.line === member.line).map(({ code, params }) => ({ code, params }));
  return { line: member.line, name: member.name, title: member.title, act: errors.length > 0 ? 'error' : actOf(member, holder), errors };
}

function actOf(member: ImportedMember, holder: Holder | undefined): ImportRowDto['act'] {
  if (!holder) return member.vacant ? 'vacant' : 'create';
  const sameTitle = plainName(holder.title) === member.title;
  if (member.vacant) return holder.member_id === null && sameTitle ? 'vacant' : 'update';
  return sameTitle && holder.name !== null && plainName(holder.name) === member.name ? 'unchanged' : 'update';
}

async function apply(tx: Tx, bodyId: string, row: { member: ImportedMember; holder: Holder | undefined; today: string }): Promise<void> {
  const { member, holder, today } = row;
  const { number, title, name } = member;
  const seatId = holder?.seat_id ?? (await tx.manager.save(Seat, { bodyId, number, title, titleEn: null, organisation: null, isChair: number === 1, votes: true })).id;
  if (holder && plainName(holder.title) !== title) await tx.manager.update(Seat, { id: seatId }, { title, titleEn: null });
  const stays = holder?.name != null && !member.vacant && plainName(holder.name) === name;
  if (stays) return;
  const from = member.from ?? today;
  if (holder?.member_id) await tx.query('update member set until_date = greatest(from_date, least($2::date, $3::date)) where id = $1', [holder.member_id, addDays(from, -1), addDays(today, -1)]);
  if (!member.vacant) await tx.manager.insert(Member, { bodyId, seatId, name, nameEn: null, accountId: null, fromDate: from });
}

function digestOf(csv: string, rows: ImportRowDto[]): string {
  return createHash('sha256').update(csv).update(JSON.stringify(rows.map((row) => [row.line, row.act]))).digest('hex');
}
