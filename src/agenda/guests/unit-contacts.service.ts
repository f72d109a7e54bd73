import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found, refuseIf } from '../../http/refusal.js';
import { Account } from '../../identity/account.entity.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { whyCannotNameForUnit } from '../../sessions/domain/guests.js';
import { GuestNewsService } from '../../sessions/guests/guest-news.service.js';
import { SessionGuest } from '../../sessions/guests/session-guest.entity.js';
import { once, SubstitutesService } from '../../sessions/guests/substitutes.service.js';
import { Session } from '../../sessions/session.entity.js';
import { numberAgenda, type Placed } from '../domain/agenda.js';
import type { NameForUnitDto, UnitInvitationDto } from './guests.dto.js';
import { GuestsRepository } from './guests.repository.js';

interface Row extends Omit<UnitInvitationDto, 'startsAt' | 'endsAt' | 'items' | 'nameUntil' | 'canName'> {
  startsAt: Date;
  endsAt: Date;
  nameUntil: Date | null;
  now: Date;
  itemIds: string[];
  agenda: (Placed & { title: string; titleEn: string | null })[] | null;
}

/** Of what was sent and is not over. The whole agenda is read for the numbers of the unit's own items. */
const MINE_SQL = `select g.id, s.title, s.title_en as "titleEn", b.name as "bodyName", b.name_en as "bodyNameEn", s.state, s.starts_at as "startsAt", s.ends_at as "endsAt", s.place,
    coalesce(g.organisation, '') as organisation, g.name, coalesce(g.account_id = $1, false) as "isMe", g.name_until as "nameUntil", now() as now, array(select i.item_id from session_guest_item i where i.guest_id = g.id) as "itemIds",
    (select json_agg(json_build_object('id', i.id, 'parentId', i.parent_id, 'order', i."order", 'title', i.title, 'titleEn', i.title_en)) from agenda_item i where i.session_id = s.id) as agenda
  from session_guest g join session s on s.id = g.session_id and s.sent_at is not null and s.state in ('sent', 'postponed', 'inSession', 'suspended') join body b on b.id = s.body_id
  where g.contact_id = $1 order by s.starts_at, g.organisation limit 200`;

/** The contact of an invited unit says whom it sends; of the session they see when, where, and what the unit is invited to. */
@Injectable()
export class UnitContactsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly guests: GuestsRepository,
    private readonly substitutes: SubstitutesService,
    private readonly news: GuestNewsService,
  ) {}

  async mine(actor: SignedIn): Promise<UnitInvitationDto[]> {
    return (await this.transactor.query<Row>(MINE_SQL, [actor.accountId])).map((row) => toUnitInvitationDto(row));
  }

  /** Names somebody, or somebody else: who was named before is let out, who is named now is asked anew. */
  async name(actor: SignedIn, id: string, dto: NameForUnitDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const guest = await this.guests.lock(tx, id);
      const session = found(await tx.manager.findOne(Session, { where: { id: guest.sessionId }, lock: { mode: 'pessimistic_read' } }));
      if (guest.contactId !== actor.accountId || session.sentAt === null) throw new Refusal('notFound');
      refuseIf(whyCannotNameForUnit(session.state, guest.nameUntil, await tx.now()));
      const words = await this.wordsOf(tx, actor, { session, dto });
      await once(() => tx.manager.update(SessionGuest, { id }, { ...words, state: 'invited', mode: null, checkedInAt: null }));
      const facts = { act: 'namedByUnit', kind: 'invitee' };
      if (guest.accountId !== null && guest.accountId !== words.accountId) await this.news.tell(tx, actor, { session, guest, facts: { act: 'withdrawn', kind: 'invitee' }, hasNewRights: true });
      await this.news.tell(tx, actor, { session, guest: { id, accountId: words.accountId, contactId: actor.accountId }, facts, hasNewRights: words.accountId !== guest.accountId, private: words });
    });
  }

  private async wordsOf(tx: Tx, actor: SignedIn, of: { session: Session; dto: NameForUnitDto }): Promise<{ name: string; accountId: string | null }> {
    const { session, dto } = of;
    if (dto.myself === true) {
      const account: Account = await this.substitutes.person(tx, { accountId: actor.accountId, bodyId: session.bodyId });
      return { name: dto.name?.trim() || account.name, accountId: account.id };
    }
    const name = dto.name?.trim() ?? '';
    if (name === '') throw new Refusal('guestUnnamed');
    return { name, accountId: null };
  }
}

function toUnitInvitationDto({ startsAt, endsAt, nameUntil, now, itemIds, agenda, ...row }: Row): UnitInvitationDto {
  const items = numberAgenda(agenda ?? []).filter(({ id }) => itemIds.includes(id)).map(({ id, number, title, titleEn }) => ({ id, number, title, titleEn }));
  return { ...row, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), nameUntil: nameUntil?.toISOString() ?? null, items, canName: whyCannotNameForUnit(row.state, nameUntil, now) === null };
}
