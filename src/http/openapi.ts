import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The contract, made from the DTO classes. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('e-Cabinet')
    .setDescription('Commands and answers of e-Cabinet. Refusals are `{ code, params, requestId }`; see src/contract/error-codes.ts. Sign in first: the session is a cookie.')
    .setVersion('1')
    .addCookieAuth('ecabinet')
    .build();
  return SwaggerModule.createDocument(app, config, { operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`, autoTagControllers: true });
}
