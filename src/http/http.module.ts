import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ActingInterceptor } from './acting.interceptor.js';
import { CspReportsController } from './csp-reports.controller.js';
import { ErrorFilter } from './error.filter.js';
import { HealthController } from './health.controller.js';
import { PaceInterceptor } from './pace.interceptor.js';
import { Stopping } from './stopping.js';
import { buildValidationPipe } from './validation.js';

@Module({
  controllers: [HealthController, CspReportsController],
  providers: [
    Stopping,
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_INTERCEPTOR, useClass: PaceInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ActingInterceptor },
    { provide: APP_PIPE, useFactory: buildValidationPipe },
  ],
})
export class HttpModule {}
