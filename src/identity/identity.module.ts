import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from './administration/accounts.controller.js';
import { AccountsService } from './administration/accounts.service.js';
import { AdminRequestsService } from './administration/admin-requests.service.js';
import { FirstAdministratorService } from './administration/first-administrator.service.js';
import { AllowGuard } from './allow.guard.js';
import { CodesService } from './codes/codes.service.js';
import { AccountSessions } from './devices/account-sessions.service.js';
import { DevicesController } from './devices/devices.controller.js';
import { OfflineDevices } from './devices/offline-devices.js';
import { SecurityController } from './devices/security.controller.js';
import { SecurityService } from './devices/security.service.js';
import { OidcClient } from './oidc/oidc-client.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcService } from './oidc/oidc.service.js';
import { PasskeyCeremonies } from './passkeys/passkey-ceremonies.service.js';
import { PasskeysService } from './passkeys/passkeys.service.js';
import { PeopleService } from './people.service.js';
import { SessionReader } from './session-reader.js';
import { SessionRevocations } from './session-revocations.js';
import { AgainController } from './sign-in/again.controller.js';
import { AuthController } from './sign-in/auth.controller.js';
import { Credentials } from './sign-in/credentials.service.js';
import { InvitationController } from './sign-in/invitation.controller.js';
import { InvitationService } from './sign-in/invitation.service.js';
import { PasswordHasher } from './sign-in/password-hasher.js';
import { PasswordPolicy } from './sign-in/password-policy.js';
import { PasswordsService } from './sign-in/passwords.service.js';
import { SetupLinksService } from './sign-in/setup-links.service.js';
import { SignInAgainService } from './sign-in/sign-in-again.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SignInThrottle } from './sign-in/throttle.service.js';
import { Welcome } from './sign-in/welcome.js';
import { StepUpEvidenceReader } from './step-up/evidence.js';
import { ProofChecker } from './step-up/proof-checker.service.js';
import { StepUpController } from './step-up/step-up.controller.js';
import { StepUpService } from './step-up/step-up.service.js';
import { StepUpSubjects } from './step-up/step-up-subjects.js';

@Global()
@Module({
  controllers: [AuthController, AgainController, InvitationController, OidcController, SecurityController, DevicesController, AccountsController, StepUpController],
  providers: [
    SessionReader, SessionRevocations, AccountSessions, OfflineDevices, PeopleService, Welcome,
    PasswordHasher, PasswordPolicy, SignInThrottle, Credentials, SignInService, SignInAgainService, PasswordsService, SetupLinksService, InvitationService,
    PasskeyCeremonies, PasskeysService, CodesService, OidcClient, OidcService, SecurityService,
    StepUpSubjects, StepUpService, ProofChecker, StepUpEvidenceReader,
    AccountsService, AdminRequestsService, FirstAdministratorService, { provide: APP_GUARD, useClass: AllowGuard },
  ],
  exports: [SessionReader, SessionRevocations, OfflineDevices, FirstAdministratorService, StepUpSubjects, StepUpService, StepUpEvidenceReader],
})
export class IdentityModule {}
