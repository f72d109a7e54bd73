import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import { AccountsService } from './accounts.service.js';
import { AccountDto, AccountsDto, CreateAccountDto, EditAccountDto, NewAccountDto, SetupLinkDto } from './identity.dto.js';
import type { SignedIn } from './session-reader.js';

@Controller('accounts')
@Allow('accounts.administer')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  async list(@CurrentActor() actor: SignedIn): Promise<AccountsDto> {
    return { accounts: await this.accounts.list(actor) };
  }

  @Post()
  create(@CurrentActor() actor: SignedIn, @Body() dto: CreateAccountDto): Promise<NewAccountDto> {
    return this.accounts.create(actor, dto);
  }

  @Patch(':id')
  edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditAccountDto): Promise<AccountDto> {
    return this.accounts.edit(actor, id, dto);
  }

  @Post(':id/setup-link')
  async newSetupLink(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<SetupLinkDto> {
    return { setupLink: await this.accounts.newSetupLink(actor, id) };
  }
}
