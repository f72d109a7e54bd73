import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Environment } from './environment.js';
import { InstallationSecret } from './secret.js';

@Global()
@Module({})
export class ConfigModule {
  static with(environment: Environment): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: Environment, useValue: environment }, { provide: InstallationSecret, useValue: new InstallationSecret(environment) }], exports: [Environment, InstallationSecret] };
  }
}
