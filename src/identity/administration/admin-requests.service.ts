import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found, refuseIf } from '../../http/refusal.js';
import { accountRoom, administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { AccountSessions } from '../devices/account-sessions.service.js';
import { type AdminRequestKind, isDoneAtOnce, whyCannotAsk, whyCannotDecide } from '../domain/two-administrators.js';
import type { SignedIn } from '../session-reader.js';
import { SetupLinksService } from '../sign-in/setup-links.service.js';
import { HAS_WAY_IN_SQL } from '../ways-in.js';
import type { AccountRoleDto, AdminRequestDto, AskDto, DecideDto } from './accounts.dto.js';
import { ABLE_ADMINISTRATOR_SQL, countAdministrators } from './administrators.js';
import { setRoles } from './roles.js';

interface RequestRow {
  id: string;
  kind: AdminRequestKind;
  subject_id: string;
  asked_by_id: string;
  roles: AccountRoleDto[] | null;
  open: boolean;
  expired: boolean;
}

type ListedRow = Omit<AdminRequestDto, 'can'> & { asked_by_id: string };

/** Open requests whose asker is still an administrator. */
const OPEN_SQL = `select r.id, r.kind, r.subject_id as "accountId", s.name as "accountName", s.name_en as "accountNameEn", a.name as "askedBy", a.name_en as "askedByEn", r.asked_by_id,
    r.reason, r.roles, r.asked_at as "askedAt", r.expires_at as "expiresAt"
  from admin_request r join account s on s.id = r.subject_id join account a on a.id = r.asked_by_id and ${ABLE_ADMINISTRATOR_SQL}
  where r.decision is null and r.expires_at > now() order by r.asked_at`;

const LOCK_SQL = `select r.id, r.kind, r.subject_id, r.asked_by_id, r.roles, r.decision is null and ${ABLE_ADMINISTRATOR_SQL} as open, r.expires_at <= now() as expired
  from admin_request r join account a on a.id = r.asked_by_id where r.id = $1 for update of r`;

const SUBJECT_SQL = `select a.id, a.administrator, a.disabled, ${HAS_WAY_IN_SQL} as ready from account a where a.id = $1 for update`;

/** What takes two administrators: one asks with a reason, another confirms within a day. Both are in the journal. */
@Injectable()
export class AdminRequestsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
    private readonly links: SetupLinksService,
    private readonly sessions: AccountSessions,
  ) {}

  async list(actor: SignedIn): Promise<AdminRequestDto[]> {
    const rows = await this.transactor.query<ListedRow>(OPEN_SQL);
    return rows.map(({ asked_by_id: askedById, ...request }) => ({ ...request, can: { confirm: askedById !== actor.accountId, withdraw: askedById === actor.accountId } }));
  }

  /** True when it was done at once: see `isDoneAtOnce`. */
  async ask(actor: SignedIn, dto: AskDto): Promise<boolean> {
    const { kind, accountId, reason, roles } = dto;
    return this.transactor.run(async (tx) => {
      const count = await countAdministrators(tx);
      const [subject] = await tx.query<{ administrator: boolean; disabled: boolean; ready: boolean }>(SUBJECT_SQL, [accountId]);
      refuseIf(whyCannotAsk({ kind, isOwn: accountId === actor.accountId, administrators: count, subject: found(subject) }));
      const [waiting] = await tx.query('select 1 from admin_request where kind = $1 and subject_id = $2 and decision is null and expires_at > now()', [kind, accountId]);
      if (waiting) throw new Refusal('requestWaiting');
      const [request] = await tx.query<{ id: string }>(
        `insert into admin_request (kind, subject_id, asked_by_id, reason, roles, expires_at) values ($1, $2, $3, $4, $5, now() + interval '24 hours') returning id`,
        [kind, accountId, actor.accountId, reason.normalize('NFC'), kind === 'roles' ? JSON.stringify(roles ?? []) : null],
      );
      const requestId = found(request).id;
      await this.tell(tx, 'identity.requestAsked', { actor, accountId, facts: { kind, requestId } });
      if (!isDoneAtOnce(kind, count)) return false;
      await this.settle(tx, { actor, requestId, accountId, kind, decision: 'confirmed' });
      await this.carryOut(tx, actor, { kind, accountId, roles: null });
      return true;
    });
  }

  /** For a confirmed recovery the one-time link. */
  async decide(actor: SignedIn, id: string, { decision }: DecideDto): Promise<string | null> {
    return this.transactor.run(async (tx) => {
      await countAdministrators(tx);
      const [locked] = await tx.query<RequestRow>(LOCK_SQL, [id]);
      const request = found(locked);
      const isAsker = request.asked_by_id === actor.accountId;
      if (decision === 'withdraw' && !isAsker) throw new Refusal('notAllowed');
      refuseIf(whyCannotDecide({ isAsker: isAsker && decision !== 'withdraw', isOpen: request.open, isExpired: request.expired }));
      const outcome = decision === 'confirm' ? 'confirmed' : decision === 'refuse' ? 'refused' : 'withdrawn';
      const { kind, subject_id: accountId, roles } = request;
      await this.settle(tx, { actor, requestId: id, accountId, kind, decision: outcome });
      return outcome === 'confirmed' ? this.carryOut(tx, actor, { kind, accountId, roles }) : null;
    });
  }

  private async settle(tx: Tx, settled: { actor: SignedIn; requestId: string; accountId: string; kind: AdminRequestKind; decision: 'confirmed' | 'refused' | 'withdrawn' }): Promise<void> {
    const { actor, requestId, accountId, kind, decision } = settled;
    await tx.query('update admin_request set decision = $2, decided_by_id = $3, decided_at = now() where id = $1', [requestId, decision, actor.accountId]);
    await this.tell(tx, 'identity.requestDecided', { actor, accountId, facts: { kind, requestId, decision } });
  }

  private async carryOut(tx: Tx, actor: SignedIn, { kind, accountId, roles }: { kind: AdminRequestKind; accountId: string; roles: AccountRoleDto[] | null }): Promise<string | null> {
    const [subject] = await tx.query<{ disabled: boolean }>(SUBJECT_SQL, [accountId]);
    if (found(subject).disabled && kind !== 'removeAdministrator') throw new Refusal('requestPointless');
    switch (kind) {
      case 'recovery':
        return this.links.make(tx, accountId, { kind: 'recovery', actorId: actor.accountId });
      case 'grantAdministrator':
        await tx.query('update account set administrator = true where id = $1', [accountId]);
        break;
      case 'removeAdministrator':
        await tx.query('update account set administrator = false where id = $1', [accountId]);
        break;
      case 'disable':
        // Without the right: whoever opens the account again gives back an account, not an administrator.
        await tx.query('update account set disabled = true, administrator = false where id = $1', [accountId]);
        break;
      case 'roles':
        await setRoles(tx, accountId, roles ?? []);
        break;
      default:
        kind satisfies never;
    }
    if ((await countAdministrators(tx)) === 0) throw new Refusal('secondAdministratorMissing');
    // Sessions carry no rights, but their sockets' rooms do: everywhere anew.
    await this.sessions.endAll(tx, accountId, actor.accountId);
    return null;
  }

  private tell(tx: Tx, type: 'identity.requestAsked' | 'identity.requestDecided', news: { actor: SignedIn; accountId: string; facts: Record<string, unknown> }): Promise<void> {
    const { actor, accountId, facts } = news;
    return this.journal.append(tx, { type, actorId: actor.accountId, bodyId: null, audiences: [administrators, accountRoom(accountId)], ids: { accountId }, facts });
  }
}
