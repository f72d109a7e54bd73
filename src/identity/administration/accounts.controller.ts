import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../session-reader.js';
import { AccountDto, AccountsDto, AdminRequestsDto, AskDto, AskedDto, CreateAccountDto, DecideDto, DecidedDto, EditAccountDto, NewAccountDto, SetupLinkDto } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';
import { AdminRequestsService } from './admin-requests.service.js';

@Controller()
@Allow('accounts.administer')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly requests: AdminRequestsService,
  ) {}

  @Get('accounts')
  async list(@CurrentActor() actor: SignedIn): Promise<AccountsDto> {
    return { accounts: await this.accounts.list(actor) };
  }

  @Post('accounts')
  create(@CurrentActor() actor: SignedIn, @Body() dto: CreateAccountDto): Promise<NewAccountDto> {
    return this.accounts.create(actor, dto);
  }

  @Patch('accounts/:id')
  edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditAccountDto): Promise<AccountDto> {
    return this.accounts.edit(actor, id, dto);
  }

  /** Only for who has never chosen a way to sign in; for anyone else ask for a recovery. */
  @Post('accounts/:id/setup-link')
  async newSetupLink(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<SetupLinkDto> {
    return { setupLink: await this.accounts.newSetupLink(actor, id) };
  }

  /** Ends the person's sessions on all devices, within a second. */
  @Post('accounts/:id/sign-out') @HttpCode(204)
  signOut(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.signOut(actor, id);
  }

  @Post('accounts/:id/lift-pause') @HttpCode(200)
  liftPause(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<AccountDto> {
    return this.accounts.liftPause(actor, id);
  }

  /** What waits for a second administrator. */
  @Get('admin-requests')
  async listRequests(@CurrentActor() actor: SignedIn): Promise<AdminRequestsDto> {
    return { requests: await this.requests.list(actor) };
  }

  @Post('admin-requests') @HttpCode(200)
  async ask(@CurrentActor() actor: SignedIn, @Body() dto: AskDto): Promise<AskedDto> {
    return { done: await this.requests.ask(actor, dto) };
  }

  @Post('admin-requests/:id/decision') @HttpCode(200)
  async decide(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: DecideDto): Promise<DecidedDto> {
    return { setupLink: await this.requests.decide(actor, id, dto) };
  }
}
