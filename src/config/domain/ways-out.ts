/** The settings that say where this server connects to. */
export interface WaysOut {
  DATABASE_URL?: string;
  REDIS_URL?: string;
  S3_ENDPOINT?: string;
  ECABINET_CLAMAV?: string;
  ECABINET_SMS_URL?: string;
}

/** The one mode that looks at the certificate and at the name in it. `require` encrypts towards anybody. (libpq, SSL mode descriptions) */
const CHECKED = 'verify-full';
/** What may stand beside it without weakening it. */
const HARMLESS = new Set(['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'sslnegotiation', 'application_name', 'password', 'connect_timeout', 'options']);

/** Which ways out of this machine are not encrypted, or towards a server nobody checks. (OWASP ASVS 5.0, 12.3.1 to 12.3.3) */
export function whyWaysOutAreOpen({ DATABASE_URL, REDIS_URL, S3_ENDPOINT, ECABINET_CLAMAV, ECABINET_SMS_URL }: WaysOut): string[] {
  const problems = ofDatabase(DATABASE_URL);
  if (isPlain(REDIS_URL, 'redis:')) problems.push(`REDIS_URL: the way to ${hostOf(REDIS_URL)} must be encrypted; use rediss://`);
  if (isPlain(S3_ENDPOINT, 'http:')) problems.push(`S3_ENDPOINT: the way to ${hostOf(S3_ENDPOINT)} must be encrypted; use https://`);
  if (isPlain(ECABINET_SMS_URL, 'http:')) problems.push(`ECABINET_SMS_URL: the way to ${hostOf(ECABINET_SMS_URL)} must be encrypted; use https://`);
  const scanner = ECABINET_CLAMAV === undefined || ECABINET_CLAMAV.startsWith('/') ? '' : ECABINET_CLAMAV.replace(/:\d+$/, '');
  if (!isThisMachine(scanner)) problems.push(`ECABINET_CLAMAV: ClamAV speaks no TLS, and papers would go to ${scanner} in the clear; run it on this machine (its socket, or 127.0.0.1), or end a tunnel here`);
  return problems;
}

function ofDatabase(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const url = new URL(address);
  const host = url.searchParams.get('host') ?? url.hostname;
  if (isThisMachine(host) && url.searchParams.getAll('host').length < 2) return [];
  if (url.searchParams.get('sslmode') !== CHECKED) return [`DATABASE_URL: the way to ${host} must be encrypted and the server checked; add sslmode=verify-full (and sslrootcert=… for an authority of your own)`];
  const names = [...url.searchParams.keys()];
  const odd = names.find((name) => !HARMLESS.has(name)) ?? names.find((name, index) => names.indexOf(name) < index);
  return odd === undefined ? [] : [`DATABASE_URL: ${odd} beside sslmode=verify-full may undo it; leave it out`];
}

function isPlain(address: string | undefined, scheme: string): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === scheme && !isThisMachine(url.hostname);
}

function hostOf(address: string | undefined): string {
  return address === undefined ? '' : new URL(address).hostname;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A loopback address, or a socket in a folder. */
export function isThisMachine(host: string): boolean {
  return host === '' || host.startsWith('/') || host.startsWith('%2F') || isLoopback(host);
}
