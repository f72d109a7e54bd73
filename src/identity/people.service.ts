import { Injectable } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import type { RoleName } from '../contract/permissions.js';
import { Transactor } from '../database/transactor.js';
import { found } from '../http/refusal.js';
import { accountRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { permitsSomewhere } from './domain/policy.js';
import { Account } from './account.entity.js';
import type { DemoPersonDto, MeDto, MyBodyDto, PreferencesDto, SignInOptionsDto } from './identity.dto.js';
import { OidcClient } from './oidc/oidc-client.js';
import type { SignedIn } from './session-reader.js';

const MY_BODIES_SQL = `select b.id, b.name, b.name_en as "nameEn", b.short_name as "shortName", b.kind, r.roles, r.member_id as "memberId"
  from account_right r join body b on b.id = r.body_id where r.account_id = $1 order by b.position, b.name`;

const ME_SQL = `select a.id, a.username, a.name, a.name_en, a.language, a.theme, a.administrator,
    exists (select 1 from session_guest g join session s on s.id = g.session_id and s.sent_at is not null where g.account_id = a.id or g.contact_id = a.id) as guest
  from account a where a.id = $1`;

const DEMO_SQL = `select a.username, a.name, a.name_en, a.administrator, b.name as body_name, b.name_en as body_name_en, coalesce(r.roles, array[g.kind]) as roles
  from account a left join account_right r on r.account_id = a.id
  left join lateral (select s.body_id, g.kind from session_guest g join session s on s.id = g.session_id where g.account_id = a.id and r.body_id is null limit 1) g on true
  left join body b on b.id = coalesce(r.body_id, g.body_id) left join seat s on s.id = r.seat_id
  where a.demo and not a.disabled order by b.position nulls last, a.administrator, s.number nulls first, a.name`;

interface DemoRow {
  username: string;
  name: string;
  name_en: string | null;
  administrator: boolean;
  body_name: string | null;
  body_name_en: string | null;
  roles: (RoleName | null)[] | null;
}

/** Foremost first. */
const ORDER: RoleName[] = ['chair', 'member', 'secretariat', 'officer', 'clerk', 'assistant', 'substitute', 'invitee', 'sponsor', 'auditor'];

/** Who am I, and who may be tried in a demo. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
    private readonly environment: Environment,
    private readonly oidc: OidcClient,
  ) {}

  async me({ accountId, restricted }: SignedIn): Promise<MeDto> {
    const [accounts, bodies] = await Promise.all([
      this.transactor.query<Account & { name_en: string | null; guest: boolean }>(ME_SQL, [accountId]),
      this.transactor.query<MyBodyDto>(MY_BODIES_SQL, [accountId]),
    ]);
    const account = found(accounts[0]);
    const { id, username, name, language, theme, administrator } = account;
    const who = { accountId: id, administrator, restricted, rights: bodies.map(({ id: bodyId, roles, memberId }) => ({ bodyId, roles, memberId })), guestOf: [] };
    return { id, username, name, nameEn: account.name_en, language, theme, demo: this.environment.demo, mustEnrol: restricted === 'enrol', mustConfirm: restricted === 'confirm', bodies, can: { administer: administrator, read: permitsSomewhere(who, 'body.read'), visit: account.guest, readJournal: permitsSomewhere(who, 'journal.read'), submit: permitsSomewhere(who, 'dossier.submit'), clear: permitsSomewhere(who, 'dossier.clear') } };
  }

  async setPreferences(actor: SignedIn, preferences: PreferencesDto): Promise<MeDto> {
    await this.transactor.run(async (tx) => {
      const { language, theme } = preferences;
      await tx.query('update account set language = coalesce($2, language), theme = coalesce($3, theme) where id = $1', [actor.accountId, language ?? null, theme ?? null]);
      const ids = { accountId: actor.accountId };
      await this.journal.append(tx, { type: 'identity.changed', actorId: actor.accountId, bodyId: null, audiences: [accountRoom(actor.accountId)], ids });
    });
    return this.me(actor);
  }

  async signInOptions(): Promise<SignInOptionsDto> {
    const oidc = this.oidc.name;
    if (!this.environment.demo) return { demo: false, people: [], oidc };
    const rows = await this.transactor.query<DemoRow>(DEMO_SQL);
    return { demo: true, people: rows.map((row) => toDemoPerson(row)), oidc };
  }
}

function toDemoPerson(row: DemoRow): DemoPersonDto {
  const role = ORDER.find((candidate) => row.roles?.includes(candidate));
  return {
    username: row.username,
    name: row.name,
    nameEn: row.name_en,
    bodyName: row.body_name ?? 'Quản trị hệ thống',
    bodyNameEn: row.body_name_en ?? 'System administration',
    role: role ?? 'administrator',
  };
}
