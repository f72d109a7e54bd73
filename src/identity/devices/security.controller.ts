import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { Allow, CurrentActor } from '../../http/allow.js';
import { originsOf, type Site, siteOf } from '../../http/origin.js';
import { CodesService } from '../codes/codes.service.js';
import { CodeDto } from '../identity.dto.js';
import { OidcService } from '../oidc/oidc.service.js';
import { EnrolPasskeyDto, PasskeyOptionsDto, RenameDto } from '../passkeys/passkeys.dto.js';
import { PasskeysService } from '../passkeys/passkeys.service.js';
import type { SignedIn } from '../session-reader.js';
import { PasswordsService } from '../sign-in/passwords.service.js';
import { BegunCodesDto, ChangePasswordDto, MySecurityDto, RecoveryCodesDto } from './security.dto.js';
import { SecurityService } from './security.service.js';

/** One's own ways in. Changing one needs a sign-in within the last ten minutes. */
@Controller('me/security')
@Allow('signedIn')
export class SecurityController {
  constructor(
    private readonly security: SecurityService,
    private readonly passkeys: PasskeysService,
    private readonly codes: CodesService,
    private readonly passwords: PasswordsService,
    private readonly oidc: OidcService,
    private readonly environment: Environment,
  ) {}

  @Get()
  read(@CurrentActor() actor: SignedIn): Promise<MySecurityDto> {
    return this.security.read(actor);
  }

  @Put('password') @HttpCode(204)
  changePassword(@CurrentActor() actor: SignedIn, @Body() dto: ChangePasswordDto, @Req() request: FastifyRequest): Promise<void> {
    return this.passwords.change(actor, { current: dto.current, password: dto.password }, request.ip);
  }

  @Post('passkey-options') @HttpCode(200)
  async passkeyOptions(@CurrentActor() actor: SignedIn, @Req() request: FastifyRequest): Promise<PasskeyOptionsDto> {
    return { options: { ...(await this.passkeys.enrolOptions(actor, this.siteOf(request))) } };
  }

  @Post('passkeys')
  async enrolPasskey(@CurrentActor() actor: SignedIn, @Body() dto: EnrolPasskeyDto, @Req() request: FastifyRequest): Promise<MySecurityDto> {
    await this.passkeys.enrol(actor, this.siteOf(request), dto);
    return this.security.read(actor);
  }

  @Patch('passkeys/:id')
  async renamePasskey(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: RenameDto): Promise<MySecurityDto> {
    await this.passkeys.rename(actor, id, dto.name);
    return this.security.read(actor);
  }

  @Delete('passkeys/:id')
  async removePasskey(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<MySecurityDto> {
    await this.passkeys.remove(actor, id);
    return this.security.read(actor);
  }

  @Post('codes') @HttpCode(200)
  beginCodes(@CurrentActor() actor: SignedIn): Promise<BegunCodesDto> {
    return this.codes.begin(actor);
  }

  @Post('codes/confirm') @HttpCode(200)
  async confirmCodes(@CurrentActor() actor: SignedIn, @Body() dto: CodeDto): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.codes.confirm(actor, dto.code) };
  }

  @Delete('codes')
  async removeCodes(@CurrentActor() actor: SignedIn): Promise<MySecurityDto> {
    await this.codes.remove(actor);
    return this.security.read(actor);
  }

  @Post('recovery-codes') @HttpCode(200)
  async renewRecoveryCodes(@CurrentActor() actor: SignedIn): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.codes.renewRecoveryCodes(actor) };
  }

  @Delete('oidc')
  async unlinkOidc(@CurrentActor() actor: SignedIn): Promise<MySecurityDto> {
    await this.oidc.unlink(actor);
    return this.security.read(actor);
  }

  private siteOf(request: FastifyRequest): Site {
    return siteOf(request, originsOf(this.environment.ECABINET_ORIGINS));
  }
}
