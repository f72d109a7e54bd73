import { plainToInstance, Transform } from 'class-transformer';
import { existsSync } from 'node:fs';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';
import { whyModeMustBeSaid, whyNotInProduction } from './domain/production.js';
import { readVideoOrigins } from './domain/video-origins.js';
import { parseSecrets } from './parse-secret.js';

const toBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value);

/** Signatures by a key pair: never `none`, never HMAC with the client's secret. (RFC 8725 3.1) */
const ID_TOKEN_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'Ed25519', 'EdDSA'];
const LIST_OF_WORDS = /^[^\s,"]+(\s*,\s*[^\s,"]+)*$/;

/** Everything that is set from outside, checked before anything else starts. Names are the environment variables. */
export class Environment {
  /** Port of the web server, 0 to 65535 (0: any free one). */
  @IsInt() @Min(0) @Max(65535)
  PORT: number = 3000;

  /** Address to listen on. */
  @IsString()
  HOST: string = '127.0.0.1';

  /** Postgres 15 or later; without it an embedded one is started. */
  @IsOptional() @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL?: string;

  /** Where the embedded database and the papers are kept. */
  @IsOptional() @IsString()
  ECABINET_DATA_DIR?: string;

  /** Demo people sign in with one click, and demo data is there. Default: only with the embedded database. */
  @IsOptional() @IsBoolean() @Transform(toBoolean)
  ECABINET_DEMO?: boolean;

  /** Exact origins that may talk to the server, separated by commas; without it only the host that was asked. */
  @IsOptional() @IsString()
  ECABINET_ORIGINS?: string;

  /** Number of reverse proxies in front whose X-Forwarded-For and -Proto are believed. */
  @IsInt() @Min(0) @Max(5)
  ECABINET_TRUSTED_PROXIES: number = 0;

  /** `production` refuses plain http. */
  @IsIn(['development', 'production', 'test'])
  NODE_ENV: string = 'development';

  @IsIn(['silent', 'error', 'warn', 'info', 'debug'])
  LOG_LEVEL: string = 'info';

  /** Largest paper, in megabytes. */
  @IsInt() @Min(1) @Max(2000)
  ECABINET_MAX_PAPER_MB: number = 100;

  /** LibreOffice, which makes PDF files of Word documents: a command or path. Default: `soffice` or `libreoffice` where it is installed. `off`: Word documents are refused. */
  @IsOptional() @IsString()
  ECABINET_LIBREOFFICE?: string;

  /** Unix socket of the key process that signs the journal's checkpoints; without it a key file does. */
  @IsOptional() @IsString()
  ECABINET_SIGNER_SOCKET?: string;

  /** The key that signs the journal's checkpoints (PKCS #8, Ed25519), made when it is not there. Default: `keys/log.key` in the data folder. */
  @IsOptional() @IsString()
  ECABINET_LOG_KEY_FILE?: string;

  /** Keys of the papers, base64 of 32 bytes each, separated by commas; new papers use the first. */
  @IsOptional() @IsString()
  ECABINET_PAPERS_KEY?: string;

  /** File with these keys, one a line. Without both a key is made in the data folder. */
  @IsOptional() @IsString()
  ECABINET_PAPERS_KEY_FILE?: string;

  /** ClamAV's daemon, host:port or the path of its socket; every upload passes it. */
  @IsOptional() @Matches(/^(\/.+|[^\s:/]+:\d{1,5}|\[[0-9a-fA-F:]+\]:\d{1,5})$/)
  ECABINET_CLAMAV?: string;

  /** Whether `/api/docs` and `/api/openapi.json` answer. Default: not in production. */
  @IsOptional() @IsBoolean() @Transform(toBoolean)
  ECABINET_API_DOCS?: boolean;

  /** Connections to Postgres this process may hold. */
  @IsInt() @Min(4) @Max(200)
  ECABINET_POOL: number = 20;

  /** 32 random bytes or more, in base64 or hex; without it a file in the data folder holds them. Several nodes need the same one. Several by commas: the first for what is new. */
  @IsOptional() @IsString()
  ECABINET_SECRET?: string;

  /** Seconds between two looks at open connections: sessions that ended by themselves, rights that changed. */
  @IsInt() @Min(1) @Max(300)
  ECABINET_SWEEP_SECONDS: number = 60;

  /** Words that do not count towards a password, separated by commas: names of the organisation, its town, its systems. */
  @IsOptional() @IsString()
  ECABINET_CONTEXT_WORDS?: string;

  /** File of SHA-1 hashes of breached passwords, ordered by hash, as Have I Been Pwned gives it out (`HASH:COUNT` a line). */
  @IsOptional() @IsString()
  ECABINET_BREACHED_PASSWORDS?: string;

  /** OpenID Connect provider people may sign in with: its issuer address. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] })
  ECABINET_OIDC_ISSUER?: string;

  @IsOptional() @IsString()
  ECABINET_OIDC_CLIENT_ID?: string;

  @IsOptional() @IsString()
  ECABINET_OIDC_CLIENT_SECRET?: string;

  /** What the provider is called on the sign-in page. */
  @IsOptional() @IsString()
  ECABINET_OIDC_NAME?: string;

  /** `acr` values of the provider that mean two factors or more, separated by commas; asked for, and demanded of its answer. */
  @IsOptional() @Matches(LIST_OF_WORDS)
  ECABINET_OIDC_ACR?: string;

  /** `amr` values (RFC 8176) one of which means two factors or more, separated by commas, for example `mfa`. */
  @IsOptional() @Matches(LIST_OF_WORDS)
  ECABINET_OIDC_AMR?: string;

  /** Seconds within which the person must have shown the provider who they are; without it as long ago as the provider likes. */
  @IsOptional() @IsInt() @Min(0) @Max(43_200)
  ECABINET_OIDC_MAX_AGE?: number;

  /** The one algorithm by which the provider signs ID tokens to this client. */
  @IsIn(ID_TOKEN_ALGORITHMS)
  ECABINET_OIDC_ALGORITHM: string = 'RS256';

  /** Origins of video services whose rooms may stand within the page of a session, separated by commas; rooms elsewhere are links. */
  @IsOptional() @IsString()
  ECABINET_VIDEO_ORIGINS?: string;

  /** Whether words of pages are kept in the database, so that papers can be searched and compared: `on` or `off`. */
  @IsIn(['on', 'off'])
  ECABINET_SEARCH_TEXT: string = 'on';

  /** Days a device keeps papers that were taken along without hearing from the server; 0: papers cannot be taken along. */
  @IsInt() @Min(0) @Max(60)
  ECABINET_OFFLINE_DAYS: number = 7;

  /** The mail server: smtp://user:password@host:587 (STARTTLS) or smtps://…:465. Without it no mail is sent. */
  @IsOptional() @Matches(/^smtps?:\/\/[^\s/]+\/?$/)
  ECABINET_SMTP_URL?: string;

  /** Who mail is from: `e-Cabinet <no-reply@example.gov>`, or the address alone. */
  @IsOptional() @Matches(/^([^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
  ECABINET_MAIL_FROM?: string;

  /** Folder into which mail is written instead, a file for each: for trials. The demo has one by itself. */
  @IsOptional() @IsString()
  ECABINET_MAIL_FOLDER?: string;

  /** Service that takes text messages: `POST {id, to, text}` with ECABINET_SMS_TOKEN as its bearer. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] })
  ECABINET_SMS_URL?: string;

  @IsOptional() @IsString()
  ECABINET_SMS_TOKEN?: string;

  /** File to which text messages are added instead, a line of JSON for each: for trials. */
  @IsOptional() @IsString()
  ECABINET_SMS_FILE?: string;

  /** `yes` in tests of the program: push messages may go to this machine. Nothing elsewhere. */
  @IsOptional() @IsIn(['yes'])
  ECABINET_TEST_PUSH?: string;

  /** Redis for sockets between several nodes. */
  @IsOptional() @Matches(/^rediss?:\/\//)
  REDIS_URL?: string;

  @IsOptional() @IsString()
  S3_BUCKET?: string;

  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] })
  S3_ENDPOINT?: string;

  @IsOptional() @IsString()
  S3_REGION?: string;

  @IsOptional() @IsString()
  S3_ACCESS_KEY_ID?: string;

  @IsOptional() @IsString()
  S3_SECRET_ACCESS_KEY?: string;

  get videoOrigins(): string[] {
    return readVideoOrigins(this.ECABINET_VIDEO_ORIGINS).origins;
  }

  get keepsText(): boolean {
    return this.ECABINET_SEARCH_TEXT === 'on';
  }

  get production(): boolean {
    return this.NODE_ENV === 'production';
  }

  get apiDocs(): boolean {
    return this.ECABINET_API_DOCS ?? !this.production;
  }

  /** Where links in messages lead. */
  get linkBase(): string {
    return this.ECABINET_ORIGINS?.split(',')[0]?.trim().replace(/\/$/, '') ?? `http://${this.HOST}:${this.PORT}`;
  }

  get mailFrom(): string {
    return this.ECABINET_MAIL_FROM ?? 'e-Cabinet <no-reply@e-cabinet.invalid>';
  }

  /** Where mail is laid down when there is no server for it; null: nowhere. */
  get mailFolder(): string | null {
    if (this.ECABINET_SMTP_URL !== undefined) return null;
    return this.ECABINET_MAIL_FOLDER ?? (this.demo ? `${this.ECABINET_DATA_DIR ?? '.data'}/outgoing-mail` : null);
  }

  /** Whom a push service may ask when something goes wrong (RFC 8292, 2.1). */
  get pushSubject(): string {
    return this.linkBase.startsWith('https://') ? this.linkBase : `mailto:${/<?([^<>\s]+@[^<>\s]+?)>?$/.exec(this.mailFrom)?.[1] ?? 'no-reply@e-cabinet.invalid'}`;
  }

  get pushToThisMachine(): boolean {
    return this.NODE_ENV === 'test' && this.ECABINET_TEST_PUSH === 'yes';
  }

  /** Whether the one-click demo is on. */
  get demo(): boolean {
    return this.ECABINET_DEMO ?? this.DATABASE_URL === undefined;
  }
}

/** Something in the environment is wrong; `problems` has a line for each. */
export class EnvironmentInvalid extends Error {
  constructor(readonly problems: string[]) {
    super(`These settings are wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const NUMBERS = ['PORT', 'ECABINET_TRUSTED_PROXIES', 'ECABINET_MAX_PAPER_MB', 'ECABINET_POOL', 'ECABINET_SWEEP_SECONDS', 'ECABINET_OFFLINE_DAYS', 'ECABINET_OIDC_MAX_AGE'];
const NAMES = [
  ...NUMBERS, 'HOST', 'DATABASE_URL', 'ECABINET_DATA_DIR', 'ECABINET_DEMO', 'ECABINET_ORIGINS', 'NODE_ENV', 'LOG_LEVEL', 'REDIS_URL', 'ECABINET_SIGNER_SOCKET', 'ECABINET_LOG_KEY_FILE',
  'ECABINET_SECRET', 'ECABINET_OIDC_ISSUER', 'ECABINET_OIDC_CLIENT_ID', 'ECABINET_OIDC_CLIENT_SECRET', 'ECABINET_OIDC_NAME', 'ECABINET_OIDC_ACR', 'ECABINET_OIDC_AMR', 'ECABINET_OIDC_ALGORITHM', 'ECABINET_CONTEXT_WORDS', 'ECABINET_BREACHED_PASSWORDS',
  'ECABINET_PAPERS_KEY', 'ECABINET_PAPERS_KEY_FILE', 'ECABINET_CLAMAV', 'ECABINET_API_DOCS', 'ECABINET_VIDEO_ORIGINS', 'ECABINET_SEARCH_TEXT', 'ECABINET_LIBREOFFICE', 'ECABINET_SMTP_URL', 'ECABINET_MAIL_FROM', 'ECABINET_MAIL_FOLDER', 'ECABINET_SMS_URL', 'ECABINET_SMS_TOKEN', 'ECABINET_SMS_FILE', 'ECABINET_TEST_PUSH', 'S3_BUCKET', 'S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY',
];

/** Reads and checks the settings. Throws `EnvironmentInvalid` with one line for each wrong one. */
export function loadEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = variables[name];
      if (value === undefined || value === '') return [];
      return [[name, NUMBERS.includes(name) ? Number(value) : value]];
    }),
  );
  const environment = plainToInstance(Environment, given);
  const problems = validateSync(environment).map((error) => {
    const secret = /SECRET|TOKEN|DATABASE_URL|REDIS_URL|SMTP_URL|_KEY$/.test(error.property);
    const value = secret ? '(hidden)' : JSON.stringify(variables[error.property]);
    return `${error.property}=${value}: ${Object.values(error.constraints ?? {}).join('; ')}`;
  });
  if (given['NODE_ENV'] === undefined) problems.push(...whyModeMustBeSaid(environment.ECABINET_ORIGINS));
  if (environment.NODE_ENV === 'production') problems.push(...whyNotInProduction(environment));
  problems.push(...identityProblems(environment), ...videoProblems(environment), ...mailProblems(environment));
  if (problems.length > 0) throw new EnvironmentInvalid(problems);
  return environment;
}

/** A room within the page is of another origin than the page: of our own it could reach all of it. */
function videoProblems({ ECABINET_VIDEO_ORIGINS: setting, ECABINET_ORIGINS: own }: Environment): string[] {
  const { origins, wrong } = readVideoOrigins(setting);
  const ours = origins.filter((origin) => (own ?? '').split(',').some((word) => word.trim().replace(/\/$/, '') === origin));
  return [
    ...wrong.map((word) => `ECABINET_VIDEO_ORIGINS: ${JSON.stringify(word)} is no origin; for example https://meet.example.gov`),
    ...ours.map((origin) => `ECABINET_VIDEO_ORIGINS: ${origin} is the cabinet's own; a video service needs another`),
  ];
}

/** Mail of nobody is thrown away by whoever gets it. */
function mailProblems({ ECABINET_SMTP_URL: server, ECABINET_MAIL_FROM: from }: Environment): string[] {
  return server !== undefined && from === undefined ? ['ECABINET_MAIL_FROM: needed with ECABINET_SMTP_URL; for example no-reply@example.gov'] : [];
}

/** What is wrong with the secret and the OpenID Connect provider. */
function identityProblems(environment: Environment): string[] {
  const { ECABINET_SECRET: secret, ECABINET_OIDC_ISSUER: issuer } = environment;
  const production = environment.NODE_ENV === 'production';
  const problems: string[] = [];
  if (secret !== undefined && parseSecrets(secret) === null) problems.push('ECABINET_SECRET=(hidden): too short or not random; make one with: openssl rand -base64 32');
  if (production && secret === undefined) problems.push('ECABINET_SECRET: production needs one, the same on every node; make it with: openssl rand -base64 32');
  if (issuer !== undefined && environment.ECABINET_OIDC_CLIENT_ID === undefined) problems.push('ECABINET_OIDC_CLIENT_ID: needed with ECABINET_OIDC_ISSUER');
  const breached = environment.ECABINET_BREACHED_PASSWORDS;
  if (breached !== undefined && !existsSync(breached)) problems.push(`ECABINET_BREACHED_PASSWORDS: there is no file ${breached}`);
  if (production && issuer?.startsWith('http://')) problems.push('ECABINET_OIDC_ISSUER: production needs https');
  return problems;
}
