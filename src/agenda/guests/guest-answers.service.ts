import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found, refuseIf } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { GUEST_TRANSITIONS, whyCannotAnswer } from '../../sessions/domain/guests.js';
import { siteOf } from '../../sessions/domain/sites.js';
import { GuestNewsService } from '../../sessions/guests/guest-news.service.js';
import { SessionGuest } from '../../sessions/guests/session-guest.entity.js';
import { Session } from '../../sessions/session.entity.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { numberAgenda, type Placed } from '../domain/agenda.js';
import { toGuestDto } from './guest-dto.js';
import type { GuestActDto, InvitationDto } from './guests.dto.js';
import { type GuestRow, GuestsRepository } from './guests.repository.js';

interface InvitationRow extends Omit<InvitationDto, 'startsAt' | 'endsAt' | 'items' | 'guest'> {
  bodyId: string;
  startsAt: Date;
  endsAt: Date;
  agenda: (Placed & { title: string; titleEn: string | null })[] | null;
}

/** Of what was sent. The whole agenda is read for the numbers of one's own items. */
const MINE_SQL = `select s.id as "sessionId", s.body_id as "bodyId", s.title, s.title_en as "titleEn", b.name as "bodyName", b.name_en as "bodyNameEn", s.kind, s.state, s.starts_at as "startsAt", s.ends_at as "endsAt", s.place,
    (select json_agg(json_build_object('id', i.id, 'parentId', i.parent_id, 'order', i."order", 'title', i.title, 'titleEn', i.title_en)) from agenda_item i where i.session_id = s.id) as agenda
  from session_guest g join session s on s.id = g.session_id and s.sent_at is not null join body b on b.id = s.body_id where g.account_id = $1
  order by s.state in ('sent', 'inSession', 'suspended') desc, abs(extract(epoch from s.starts_at - now())) limit 200`;

/** What a guest says and does by themselves, or the office on their behalf. */
@Injectable()
export class GuestAnswersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly guests: GuestsRepository,
    private readonly news: GuestNewsService,
  ) {}

  /** My invitations, those I declined too: I may think better of it. */
  async mine(actor: SignedIn): Promise<InvitationDto[]> {
    const rows = await this.transactor.query<InvitationRow>(MINE_SQL, [actor.accountId]);
    const mine = new Map((await this.guests.ofAccount(this.transactor, actor.accountId)).map((guest) => [guest.sessionId, guest]));
    return rows.flatMap((row) => {
      const guest = mine.get(row.sessionId);
      return guest ? [toInvitationDto(row, guest, actor)] : [];
    });
  }

  /** By the guest: also by who declined, and is no longer let into the session. */
  async answer(actor: SignedIn, id: string, dto: GuestActDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const guest = await this.guests.lock(tx, id);
      const session = found(await tx.manager.findOne(Session, { where: { id: guest.sessionId }, lock: { mode: 'pessimistic_read' } }));
      if (guest.accountId !== actor.accountId || session.sentAt === null) throw new Refusal('notFound');
      await this.change(tx, actor, { session, guest, dto });
      return session.id;
    });
  }

  /** By the office, for the guest. */
  async record(actor: SignedIn, id: string, dto: GuestActDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const guest = await this.guests.lock(tx, id);
      const session = await this.sessions.hold(tx, actor, guest.sessionId, 'session.run');
      await this.change(tx, actor, { session, guest, dto });
      return session.id;
    });
  }

  /** Within a transaction, of somebody who may: writes the act and tells of it. `by`: what the person showed for being there. */
  async change(tx: Tx, actor: SignedIn, of: { session: Session; guest: SessionGuest; dto: GuestActDto; by?: 'code' }): Promise<void> {
    const { session, guest, dto: { act, mode }, by } = of;
    const atSiteId = siteOf(of.dto);
    await this.sessions.demandSite(tx, session.id, atSiteId);
    refuseIf(whyCannotAnswer(act, guest.state, { session: session.state, mode }), { state: guest.state });
    const { to } = GUEST_TRANSITIONS[act];
    await tx.manager.update(SessionGuest, { id: guest.id }, { state: to, ...(act === 'checkIn' && mode ? { mode, checkedInAt: await tx.now(), atSiteId } : {}) });
    // Who declines is shown nothing more of the session.
    const hasNewRights = to === 'declined' || guest.state === 'declined';
    await this.news.tell(tx, actor, { session, guest, facts: { act, from: guest.state, to, kind: guest.kind, ...(by ? { by } : {}), ...(atSiteId ? { atSite: true } : {}) }, hasNewRights });
  }
}

function toInvitationDto(row: InvitationRow, guest: GuestRow, actor: SignedIn): InvitationDto {
  const { agenda, bodyId, startsAt, endsAt, ...session } = row;
  const isShown = guest.state !== 'declined';
  const items = numberAgenda(agenda ?? []).filter(({ id }) => isShown && guest.itemIds.includes(id));
  const shown = { ...guest, itemIds: isShown ? guest.itemIds : [] };
  return {
    ...session, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), guest: toGuestDto(shown, actor, { bodyId, state: row.state }),
    items: items.map(({ id, number, title, titleEn }) => ({ id, number, title, titleEn })),
  };
}
