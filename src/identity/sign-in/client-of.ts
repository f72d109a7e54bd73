import type { FastifyRequest } from 'fastify';
import { isSecure, sessionToken } from '../../http/cookies.js';
import type { Client } from '../devices/account-sessions.service.js';

export function clientOf(request: FastifyRequest): Client {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '', open: sessionToken(request.headers.cookie, isSecure(request)) };
}
