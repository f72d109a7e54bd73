import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SystemPool } from './system-pool.js';
import { Transactor } from './transactor.js';

@Global()
@Module({})
export class DatabaseModule {
  static with(dataSource: DataSource): DynamicModule {
    return { module: DatabaseModule, providers: [{ provide: DataSource, useValue: dataSource }, Transactor, SystemPool], exports: [DataSource, Transactor, SystemPool] };
  }
}
