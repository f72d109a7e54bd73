import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { AllowGuard } from './allow.guard.js';
import { AuthController } from './auth.controller.js';
import { FirstAdministratorService } from './first-administrator.service.js';
import { PasswordHasher } from './password-hasher.js';
import { PeopleService } from './people.service.js';
import { SessionReader } from './session-reader.js';
import { SessionRevocations } from './session-revocations.js';
import { SignInService } from './sign-in.service.js';

@Global()
@Module({
  controllers: [AuthController, AccountsController],
  providers: [SignInService, PeopleService, AccountsService, PasswordHasher, SessionReader, SessionRevocations, FirstAdministratorService, { provide: APP_GUARD, useClass: AllowGuard }],
  exports: [SessionReader, SessionRevocations, FirstAdministratorService],
})
export class IdentityModule {}
