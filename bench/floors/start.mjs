// Floor of `start`: bare Nest on Fastify with one route.
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class Health {
  live() {
    return { status: 'ok' };
  }
}
Controller('health')(Health);
Get('live')(Health.prototype, 'live', Object.getOwnPropertyDescriptor(Health.prototype, 'live'));
class App {}
Module({ controllers: [Health] })(App);

const app = await NestFactory.create(App, new FastifyAdapter(), { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
console.log(`floor runs at http://127.0.0.1:${process.env.PORT}`);
process.on('SIGTERM', () => process.exit(0));
