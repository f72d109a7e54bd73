import { plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';
import { whyNotInProduction } from './domain/production.js';

const toBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value);

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

  /** Connections to Postgres this process may hold. */
  @IsInt() @Min(4) @Max(200)
  ECABINET_POOL: number = 20;

  /** Redis for sockets between several nodes. */
  @IsOptional() @Matches(/^rediss?:\/\//)
  REDIS_URL?: string;

  @IsOptional() @IsString()
  S3_BUCKET?: string;

  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true })
  S3_ENDPOINT?: string;

  @IsOptional() @IsString()
  S3_REGION?: string;

  @IsOptional() @IsString()
  S3_ACCESS_KEY_ID?: string;

  @IsOptional() @IsString()
  S3_SECRET_ACCESS_KEY?: string;

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

const NUMBERS = ['PORT', 'ECABINET_TRUSTED_PROXIES', 'ECABINET_MAX_PAPER_MB', 'ECABINET_POOL'];
const NAMES = [
  ...NUMBERS, 'HOST', 'DATABASE_URL', 'ECABINET_DATA_DIR', 'ECABINET_DEMO', 'ECABINET_ORIGINS', 'NODE_ENV', 'LOG_LEVEL', 'REDIS_URL', 'ECABINET_SIGNER_SOCKET', 'ECABINET_LOG_KEY_FILE',
  'ECABINET_PAPERS_KEY', 'ECABINET_PAPERS_KEY_FILE', 'ECABINET_CLAMAV', 'S3_BUCKET', 'S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY',
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
    const secret = /SECRET|DATABASE_URL|REDIS_URL|_KEY$/.test(error.property);
    const value = secret ? '(hidden)' : JSON.stringify(variables[error.property]);
    return `${error.property}=${value}: ${Object.values(error.constraints ?? {}).join('; ')}`;
  });
  if (environment.NODE_ENV === 'production') problems.push(...whyNotInProduction(environment));
  if (problems.length > 0) throw new EnvironmentInvalid(problems);
  return environment;
}
