import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Refusal } from './refusal.js';

/** Names of what is wrong, e.g. `questions.0.text:isLength`. Values are not repeated. */
function problemsOf(errors: ValidationError[], path = ''): string[] {
  return errors.flatMap((error) => {
    const name = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.keys(error.constraints ?? {}).map((rule) => `${name}:${rule}`);
    return [...own, ...problemsOf(error.children ?? [], name)];
  });
}

/** The door: unknown fields, wrong types and too long texts are refused by DTO. */
export function buildValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) => new Refusal('badInput', { fields: problemsOf(errors) }),
  });
}
