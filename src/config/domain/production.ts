import { isKeyText, weakPasswordReason, weakSecretReason } from './secrets.js';
import { isLoopback, isThisMachine, type WaysOut, whyWaysOutAreOpen } from './ways-out.js';

/** The settings that production looks at; names are the environment variables. */
export interface ProductionSettings extends WaysOut {
  demo: boolean;
  HOST: string;
  ECABINET_DATA_DIR?: string;
  ECABINET_ORIGINS?: string;
  ECABINET_TRUSTED_PROXIES: number;
  ECABINET_PAPERS_KEY?: string;
  ECABINET_PAPERS_KEY_FILE?: string;
}

const EXAMPLE = 'for example https://cabinet.example.gov';

/** Why these settings may not run in production, one line for each reason; none repeats a secret. (OWASP ASVS 5.0, 13.2 and 13.3) */
export function whyNotInProduction(settings: ProductionSettings): string[] {
  return [...ofDemo(settings), ...ofAddresses(settings), ...whyWaysOutAreOpen(settings), ...ofDatabase(settings.DATABASE_URL), ...ofPapersKey(settings)];
}

function ofDemo({ demo }: ProductionSettings): string[] {
  return demo ? ['ECABINET_DEMO: the demo, where anybody signs in as anybody, may not run in production; set ECABINET_DEMO=false'] : [];
}

function ofAddresses({ ECABINET_ORIGINS, ECABINET_TRUSTED_PROXIES, HOST }: ProductionSettings): string[] {
  const origins = (ECABINET_ORIGINS ?? '').split(',').map((origin) => origin.trim()).filter((origin) => origin !== '');
  const plain = origins.filter((origin) => !origin.startsWith('https://'));
  const problems: string[] = [];
  if (origins.length === 0) problems.push(`ECABINET_ORIGINS: production needs the https address people use, ${EXAMPLE}`);
  if (plain.length > 0) problems.push(`ECABINET_ORIGINS: ${plain.join(', ')} is not https, ${EXAMPLE}`);
  if (ECABINET_TRUSTED_PROXIES === 0) {
    const reach = isLoopback(HOST) ? '' : `, and HOST=${HOST} would offer it to the network`;
    problems.push(`ECABINET_TRUSTED_PROXIES=0: this server itself speaks plain http${reach}; put a proxy with https in front and set how many there are`);
  }
  return problems;
}

function ofDatabase(address: string | undefined): string[] {
  // Without one the embedded database is started: on this machine, with a password of its own.
  if (address === undefined || !URL.canParse(address)) return [];
  const url = new URL(address);
  const host = url.searchParams.get('host') ?? url.hostname;
  const password = decodeURIComponent(url.password) || (url.searchParams.get('password') ?? '');
  const weak = password === '' ? null : weakPasswordReason(password, decodeURIComponent(url.username));
  const problems: string[] = [];
  if (!isThisMachine(host) && password === '') problems.push('DATABASE_URL: there is no password');
  if (weak !== null) problems.push(`DATABASE_URL: the password ${weak}`);
  return problems;
}

function ofPapersKey(settings: ProductionSettings): string[] {
  const { ECABINET_PAPERS_KEY: given, ECABINET_PAPERS_KEY_FILE: file, ECABINET_DATA_DIR: folder } = settings;
  if (given !== undefined) {
    const keys = given.split(',').map((key) => key.trim());
    return keys.flatMap((key, index) => {
      const reason = isKeyText(key) ? weakSecretReason(key) : 'is not 32 bytes in base64';
      return reason === null ? [] : [`ECABINET_PAPERS_KEY: key ${index + 1} ${reason}; make one with: openssl rand -base64 32`];
    });
  }
  if (file === undefined) return ['ECABINET_PAPERS_KEY_FILE: production needs the key of the papers apart from the data (a file, or ECABINET_PAPERS_KEY); make one with: openssl rand -base64 32'];
  const inside = `${(folder ?? '.data').replace(/\/+$/, '')}/`;
  return file.startsWith(inside) ? [`ECABINET_PAPERS_KEY_FILE: ${file} lies in the data folder, where whoever copies the papers finds their key`] : [];
}

/**
 * Why nobody can have meant the default of NODE_ENV: a public https address and no word on the mode would be a service with the rules of
 * a trial. Only to say the mode is asked, whichever it is. (OWASP ASVS 5.0, 13.4.2)
 */
export function whyModeMustBeSaid(origins: string | undefined): string[] {
  return (origins ?? '').includes('https://') ? ['NODE_ENV: ECABINET_ORIGINS names an https address, and the mode is not set; set NODE_ENV=production, or NODE_ENV=development for a trial'] : [];
}
