import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Transactor } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { BlobVault } from '../storage/blob-vault.js';
import { matchesTag, type Range, readRange } from './domain/byte-range.js';
import { contentDisposition } from './domain/file-names.js';
import { ownerFor } from './paper-owners.js';
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
  async send(actor: SignedIn, versionId: string, exchange: { request: FastifyRequest; reply: FastifyReply }): Promise<void> {
    const { version } = await this.transactor.run((tx) => this.papers.version(tx, actor, versionId));
    const { request, reply } = exchange;
    const { 'if-none-match': ifNoneMatch, 'if-range': ifRange, range: wanted } = request.headers;
    const tag = `"${version.sha256}"`;
    void reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': contentDisposition('inline', version.fileName),
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

  /** The document a version was made from, for who prepares papers and for who submitted it. @throws Refusal notFound, notAllowed */
  async sendOriginal(actor: SignedIn, versionId: string, reply: FastifyReply): Promise<void> {
    const { version, paper } = await this.transactor.run((tx) => this.papers.version(tx, actor, versionId));
    if (!permits(actor, 'paper.prepare', paper.bodyId) && ownerFor(actor, paper).kind !== 'dossier') throw new Refusal('notAllowed');
    const { original, originalBlobId } = version;
    if (original === null || originalBlobId === null) throw new Refusal('notFound');
    const content = await this.vault.open({ ...original, blobId: originalBlobId });
    void reply.headers({
      'content-type': 'application/octet-stream',
      'content-disposition': contentDisposition('attachment', original.fileName),
      'content-length': original.size,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    }).send(content);
  }

  /** The picture of the first page. To look at it is no reading: that is noted when the page itself is there. @throws Refusal notFound */
  async sendFirstPage(actor: SignedIn, versionId: string, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): Promise<void> {
    const { version } = await this.transactor.run((tx) => this.papers.version(tx, actor, versionId));
    const { firstPageBlobId: blobId, firstPageBytes: size } = version;
    if (blobId === null || size === null) throw new Refusal('notFound');
    const tag = `"${blobId}"`;
    if (matchesTag(request.headers['if-none-match'], tag)) return void reply.header('etag', tag).status(304).send();
    const content = await this.vault.open({ blobId, size, sha256: '' });
    void reply.headers({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'content-length': size,
      etag: tag,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    }).send(content);
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
