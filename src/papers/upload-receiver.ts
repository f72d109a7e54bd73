import type { MultipartFile } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Environment } from '../config/environment.js';
import { errorCode } from '../config/error-code.js';
import { Refusal } from '../http/refusal.js';
import { UPLOAD_PREFIX } from '../storage/blob-sweeper.js';
import { cleanFileName } from './domain/file-names.js';
import { UploadFieldsDto } from './papers.dto.js';
import { VirusScanner } from './scanning/virus-scanner.js';

/** A file that has arrived whole, not yet looked at. */
export interface ReceivedFile {
  path: string;
  fileName: string;
  fields: UploadFieldsDto;
}

/** Takes the file of a multipart request to a temp file, never into memory. */
@Injectable()
export class UploadReceiver {
  constructor(
    private readonly environment: Environment,
    private readonly scanner: VirusScanner,
  ) {}

  /**
   * Receives the one file of the request, gives it to `use` and removes it afterwards, however that ends.
   *
   * @throws Refusal unsupportedMedia, fileMissing, fileTooLarge, badInput, classifiedRefused, paperInfected, scannerUnavailable
   */
  async receive<T>(request: FastifyRequest, use: (file: ReceivedFile) => Promise<T>): Promise<T> {
    if (!request.isMultipart()) throw new Refusal('unsupportedMedia');
    const part = await request.file();
    if (!part) throw new Refusal('fileMissing');
    const path = join(tmpdir(), `${UPLOAD_PREFIX}${randomUUID()}`);
    try {
      const fields = readFields(part);
      await this.write(part, path);
      return await use({ path, fileName: cleanFileName(part.filename), fields });
    } finally {
      part.file.resume();
      await rm(path, { force: true });
    }
  }

  private async write(part: MultipartFile, path: string): Promise<void> {
    const tooLarge = new Refusal('fileTooLarge', { mostMb: this.environment.ECABINET_MAX_PAPER_MB });
    try {
      await pipeline(part.file, (chunks: AsyncIterable<Uint8Array>) => this.scanner.watch(chunks), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      if (errorCode(error) === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge;
      throw error;
    }
    if (part.file.truncated) throw tooLarge;
  }
}

/** The global pipe does not see multipart fields: the same rules are asked here. */
function readFields(part: MultipartFile): UploadFieldsDto {
  const given = Object.entries(part.fields).flatMap(([name, field]) => {
    if (field === undefined || Array.isArray(field) || field.type === 'file') return [];
    return [[name, typeof field.value === 'string' ? field.value.normalize('NFC').trim() : field.value]];
  });
  const fields = plainToInstance(UploadFieldsDto, Object.fromEntries(given.filter(([, value]) => value !== '')));
  const problems = validateSync(fields, { whitelist: true, forbidNonWhitelisted: true });
  if (problems.length > 0) throw new Refusal('badInput', { fields: problems.flatMap((problem) => Object.keys(problem.constraints ?? {}).map((rule) => `${problem.property}:${rule}`)) });
  if (fields.classification !== undefined && fields.classification !== 'normal') throw new Refusal('classifiedRefused');
  return fields;
}
