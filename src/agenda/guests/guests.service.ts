import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, refuseIf } from '../../http/refusal.js';
import { demand } from '../../identity/demand.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { takesGuests, whyCannotInvite } from '../../sessions/domain/guests.js';
import { GuestNewsService } from '../../sessions/guests/guest-news.service.js';
import { SessionGuest } from '../../sessions/guests/session-guest.entity.js';
import { once, SubstitutesService } from '../../sessions/guests/substitutes.service.js';
import { SessionHooks } from '../../sessions/session-hooks.js';
import type { Session } from '../../sessions/session.entity.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import type { FoundPersonDto, InviteDto } from './guests.dto.js';
import { GuestsRepository } from './guests.repository.js';

/** People of no body's office and of no administration, whom an office may invite: names, nothing else. */
const PEOPLE_SQL = `select a.id as "accountId", a.name, a.name_en as "nameEn" from account a
  where not a.disabled and not a.administrator and (strpos(lower(a.name), lower($1)) > 0 or strpos(lower(coalesce(a.name_en, '')), lower($1)) > 0)
    and not exists (select 1 from account_right r where r.account_id = a.id and r.body_id = $2 and r.roles && array['member','chair','secretariat','officer','clerk','assistant'])
  order by a.name limit 20`;

/** Whom the office invites to named items. */
@Injectable()
export class GuestsService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly guests: GuestsRepository,
    private readonly substitutes: SubstitutesService,
    private readonly news: GuestNewsService,
    private readonly hooks: SessionHooks,
  ) {}

  /** Who was put down before is told when the invitations go out. */
  onModuleInit(): void {
    this.hooks.on('send', async (tx, session, actor) => {
      const sent = { ...session, sentAt: await tx.now() };
      for (const guest of await this.guests.ofSession(tx, session.id)) await this.news.tell(tx, actor, { session: sent, guest, facts: { act: 'sent', kind: guest.kind }, hasNewRights: true });
    });
  }

  async findPeople(actor: SignedIn, bodyId: string, name: string): Promise<FoundPersonDto[]> {
    demand(actor, 'people.find', bodyId);
    return this.transactor.query<FoundPersonDto>(PEOPLE_SQL, [name.trim(), bodyId]);
  }

  async invite(actor: SignedIn, sessionId: string, dto: InviteDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const session = await this.prepare(tx, actor, sessionId);
      const words = await this.wordsOf(tx, session, dto);
      const guest = await once(() => tx.manager.save(SessionGuest, { sessionId, kind: 'invitee' as const, ...words, memberId: null, state: 'invited' as const, mode: null, checkedInAt: null }));
      await this.guests.setItems(tx, guest, dto.itemIds);
      await this.news.tell(tx, actor, { session, guest, facts: { act: 'invited', kind: 'invitee', items: dto.itemIds.length }, hasNewRights: true, private: wordsToProve(words, dto.itemIds) });
      return guest.id;
    });
  }

  /** Another person, name or items; somebody else is asked anew. */
  async edit(actor: SignedIn, id: string, dto: InviteDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { guest, session } = await this.invitee(tx, actor, id);
      const words = await this.wordsOf(tx, session, dto);
      const isAnother = words.accountId !== guest.accountId;
      if (isAnother) await this.news.tell(tx, actor, { session, guest, facts: { act: 'withdrawn', kind: 'invitee' }, hasNewRights: true });
      const answer = isAnother ? { state: 'invited' as const, mode: null, checkedInAt: null } : {};
      await once(() => tx.manager.update(SessionGuest, { id }, { ...words, ...answer }));
      await this.guests.setItems(tx, guest, dto.itemIds);
      await this.news.tell(tx, actor, { session, guest: { id, accountId: words.accountId, contactId: words.contactId }, facts: { act: 'changed', kind: 'invitee', items: dto.itemIds.length }, hasNewRights: true, private: wordsToProve(words, dto.itemIds) });
      if (guest.contactId !== null && guest.contactId !== words.contactId) await this.news.tellContact(tx, actor, { session, guestId: id, contactId: guest.contactId });
    });
  }

  async remove(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { guest, session } = await this.invitee(tx, actor, id);
      await tx.manager.delete(SessionGuest, { id });
      await this.news.tell(tx, actor, { session, guest, facts: { act: 'withdrawn', kind: 'invitee' }, hasNewRights: true });
    });
  }

  private async invitee(tx: Tx, actor: SignedIn, id: string): Promise<{ guest: SessionGuest; session: Session }> {
    const guest = await this.guests.lock(tx, id);
    const session = await this.prepare(tx, actor, guest.sessionId);
    if (guest.kind !== 'invitee') throw new Refusal('notFound');
    return { guest, session };
  }

  private async prepare(tx: Tx, actor: SignedIn, sessionId: string): Promise<Session> {
    const session = await this.sessions.hold(tx, actor, sessionId, 'session.prepare');
    if (!takesGuests(session.state)) throw new Refusal('sessionStateForbids', { state: session.state });
    return session;
  }

  private async wordsOf(tx: Tx, session: Session, dto: InviteDto): Promise<Pick<SessionGuest, 'accountId' | 'name' | 'organisation' | 'contactId' | 'nameUntil'>> {
    const account = dto.accountId === undefined ? null : await this.substitutes.person(tx, { accountId: dto.accountId, bodyId: session.bodyId });
    const words = { accountId: account?.id ?? null, name: dto.name?.trim() || (account?.name ?? null), organisation: dto.organisation?.trim() || null };
    const contact = dto.contactId === undefined ? null : await this.substitutes.person(tx, { accountId: dto.contactId, bodyId: session.bodyId });
    refuseIf(whyCannotInvite({ ...words, hasContact: contact !== null, items: dto.itemIds.length }));
    return { ...words, contactId: contact?.id ?? null, nameUntil: contact === null || dto.nameUntil === undefined ? null : new Date(dto.nameUntil) };
  }
}

function wordsToProve({ nameUntil, ...words }: Pick<SessionGuest, 'accountId' | 'name' | 'organisation' | 'contactId' | 'nameUntil'>, itemIds: string[]): Record<string, unknown> {
  return { ...words, nameUntil: nameUntil?.toISOString() ?? null, itemIds };
}
