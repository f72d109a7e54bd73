/** A browser and the system it runs on, as names people know; null where it does not say. */
export interface Device {
  browser: string | null;
  system: string | null;
}

/** Most particular first: nearly every browser also calls itself Chrome or Safari. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'], [/\bcoc_coc_browser\//, 'Cốc Cốc'], [/\bSamsungBrowser\//, 'Samsung Internet'], [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'], [/\bHeadlessChrome\/|\bChrom(?:e|ium)\/|\bCriOS\//, 'Chrome'], [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPad\b/, 'iPad'], [/\biPhone\b/, 'iPhone'], [/\bAndroid\b/, 'Android'], [/\bWindows\b/, 'Windows'], [/\bCrOS\b/, 'ChromeOS'], [/\bMac OS X\b/, 'macOS'], [/\bLinux\b/, 'Linux'],
];

const nameIn = (userAgent: string, names: readonly [RegExp, string][]): string | null => names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;

/** What a user agent says of itself. */
export function deviceOf(userAgent: string): Device {
  return { browser: nameIn(userAgent, BROWSERS), system: nameIn(userAgent, SYSTEMS) };
}

/** Enough of an address to recognise a place, too little to trace a person: the first half of IPv4, the first three groups of IPv6. */
export function shortAddress(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  const parts = plain.split('.');
  if (parts.length === 4) return `${parts.slice(0, 2).join('.')}.x.x`;
  const groups = plain.split(':').filter((group) => group !== '');
  return groups.length > 3 ? `${groups.slice(0, 3).join(':')}:x` : plain;
}
