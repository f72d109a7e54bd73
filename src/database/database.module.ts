import { type DynamicModule, Global, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hearOf, mainPool } from './main-pool.js';
import { SystemPool } from './system-pool.js';
import { Transactor } from './transactor.js';

@Global()
@Module({})
export class DatabaseModule implements OnModuleInit {
  private readonly logger = new Logger('Database');

  constructor(private readonly dataSource: DataSource) {}

  static with(dataSource: DataSource): DynamicModule {
    return { module: DatabaseModule, providers: [{ provide: DataSource, useValue: dataSource }, Transactor, SystemPool], exports: [DataSource, Transactor, SystemPool] };
  }

  onModuleInit(): void {
    hearOf(mainPool(this.dataSource), (error) => this.logger.error(`a connection ended: ${error.message}`));
  }
}
