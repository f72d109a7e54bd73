import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public } from './allow.js';
import { Refusal } from './refusal.js';

export class HealthDto {
  status!: 'ok';
}

@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process answers. */
  @Get('live') @Public()
  live(): HealthDto {
    return { status: 'ok' };
  }

  /** The database answers too: send work here. */
  @Get('ready') @Public()
  async ready(): Promise<HealthDto> {
    try {
      await this.dataSource.query('select 1');
    } catch {
      throw new Refusal('unavailable');
    }
    return { status: 'ok' };
  }
}
