import { Injectable } from '@nestjs/common';
import { CalendarService } from '../bodies/calendar.service.js';
import { type Calendar, dateOf, workingDaysBetween } from '../bodies/domain/working-days.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import { Transactor } from '../database/transactor.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { type ItemFacts, papersDueOn, readinessOf } from './domain/readiness.js';
import type { LateAllowanceDto, ReadinessDto } from './readiness.dto.js';

/** $1 session, $2 whether papers that wait would be late if they came out now. */
const FACTS_SQL = `select i.id, i.kind, i.sponsor, i.minutes, i.summary, exists (select 1 from agenda_item c where c.parent_id = i.id) as "hasChildren", p.pages, coalesce(p."hasSummary", false) as "hasSummary", coalesce(p.late, 0)::int as "latePapers", a.name as "allowedBy"
  from agenda_item i left join late_allowance l on l.item_id = i.id left join account a on a.id = l.allowed_by
  left join lateral (select coalesce(sum(v.pages) filter (where p.part is distinct from 'summary'), 0)::int as pages, coalesce(bool_or(p.part = 'summary'), false) as "hasSummary", count(*) filter (where v.late or (v.released_at is null and $2)) as late
    from paper p join lateral (select * from paper_version c where c.paper_id = p.id order by c.number desc limit 1) v on true where p.item_id = i.id and p.state <> 'recalled' having count(*) > 0) p on true
  where i.session_id = $1 order by i."order"`;

const ALLOWANCES_SQL = `select l.item_id as "itemId", a.name, a.name_en as "nameEn", l.reason, l.at from late_allowance l join agenda_item i on i.id = l.item_id join account a on a.id = l.allowed_by where i.session_id = $1`;

/** Looks a session over before it is submitted and sent. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly calendar: CalendarService,
  ) {}

  async read(actor: SignedIn, sessionId: string): Promise<ReadinessDto> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.look');
      const { papersLeadDays, summaryAbovePages, citation, citationEn } = await this.ruleSets.read(tx, session.ruleSetId);
      const leadDays = session.kind === 'adHoc' ? papersLeadDays.adHoc : papersLeadDays.regular;
      const [calendar, today, sessionDate] = [await this.calendar.load(tx), dateOf(await tx.now()), dateOf(session.startsAt)];
      const dueOn = papersDueOn(sessionDate, leadDays, calendar);
      // Drafts are the office's; how many and how late they are is also for the chair, who approves the session and lets them be late.
      const items = await tx.asSystem(() => tx.query<ItemFacts>(FACTS_SQL, [sessionId, today > dueOn]));
      const allowances = await tx.query<Omit<LateAllowanceDto, 'at'> & { at: Date }>(ALLOWANCES_SQL, [sessionId]);
      const minutes = Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000);
      return {
        papersDueOn: dueOn, leadDays, workingDaysLeft: daysLeft(today, dueOn, calendar), citation, citationEn,
        findings: readinessOf({ place: session.place, onlineLink: session.onlineLink, minutes, summaryAbovePages, items }),
        allowances: allowances.map((allowance) => ({ ...allowance, at: allowance.at.toISOString() })),
        can: { allowLate: permits(actor, 'session.approve', session.bodyId) },
      };
    });
  }
}

function daysLeft(today: string, dueOn: string, calendar: Calendar): number {
  return today <= dueOn ? workingDaysBetween(today, dueOn, calendar) : -workingDaysBetween(dueOn, today, calendar);
}
