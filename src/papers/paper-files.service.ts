import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Transactor } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { BlobVault } from '../storage/blob-vault.js';
import { matchesTag, type Range, readRange } from './domain/byte-range.js';
import { contentDisposition } from './domain/file-names.js';
import type { PaperVersion } from './paper.entity.js';
import { PapersRepository } from './papers.repository.js';

/** Sends the bytes of a version, whole or in parts, to who may read it. */
@Injectable()
export class PaperFilesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly vault: BlobVault,
  ) {}

  /** @throws Refusal notFound, rangeUnsatisfiable */
  async send(actor: SignedIn, what: { versionId: string; download: boolean }, exchange: { request: FastifyRequest; reply: FastifyReply }): Promise<void> {
    const { version } = await this.transactor.run((tx) => this.papers.version(tx, actor, what.versionId));
    const { request, reply } = exchange;
    const { 'if-none-match': ifNoneMatch, 'if-range': ifRange, range: wanted } = request.headers;
    const tag = `"${version.sha256}"`;
    void reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': contentDisposition(what.download ? 'attachment' : 'inline', version.fileName),
      'accept-ranges': 'bytes',
      etag: tag,
      'x-content-type-options': 'nosniff',
      // Opened by itself in a window, the file is a stranger to the rest of the site, whatever it contains.
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    });
    if (matchesTag(ifNoneMatch, tag)) return void reply.status(304).send();
    const range = ifRange !== undefined && ifRange !== tag ? 'whole' : readRange(wanted, version.size);
    if (range === 'unsatisfiable') {
      void reply.removeHeader('content-disposition').header('content-type', 'application/json').header('content-range', `bytes */${version.size}`);
      throw new Refusal('rangeUnsatisfiable');
    }
    if (range === 'whole') return void reply.header('content-length', version.size).send(await this.open(version, reply));
    const part = await this.open(version, reply, range);
    void reply.status(206).headers({ 'content-range': `bytes ${range.start}-${range.end}/${version.size}`, 'content-length': range.end - range.start + 1 }).send(part);
  }

  /** A refusal is no PDF. */
  private async open(version: PaperVersion, reply: FastifyReply, range?: Range): Promise<Readable> {
    try {
      return await this.vault.open(version, range);
    } catch (error) {
      for (const name of ['content-disposition', 'content-length', 'etag', 'accept-ranges']) void reply.removeHeader(name);
      void reply.header('content-type', 'application/json');
      throw error;
    }
  }
}
