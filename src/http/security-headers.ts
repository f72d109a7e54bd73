const RULES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  'report-uri /api/csp-reports',
];

/** Features that a video room needs and nothing of ours does. */
const OF_VIDEO = ['camera', 'microphone', 'display-capture'];
const OF_NOBODY = ['geolocation', 'payment', 'usb', 'serial', 'bluetooth'];

/**
 * Only over https. HSTS: over plain http it is ignored, and anybody could have written it (RFC 6797, 7.2). `report-to`: browsers that know it
 * no longer look at `report-uri`, but take endpoints from https alone, so that over plain http nothing would be told.
 */
const overHttps = (csp: string): Record<string, string> => ({
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'content-security-policy': `${csp};report-to csp`,
  'reporting-endpoints': 'csp="/api/csp-reports"',
});

/**
 * What every answer carries. Made once: the usual plugin (helmet) makes all of them again for each request, which was about
 * 10 µs of each cast (docs/performance.md).
 */
function securityHeaders(csp: string, videoOrigins: readonly string[]): Record<string, string> {
  // A page hands on only what it has itself, so it must name itself too. (Permissions Policy 9.7; without it Chromium refuses the room)
  const video = videoOrigins.length === 0 ? '' : ['self', ...videoOrigins.map((origin) => `"${origin}"`)].join(' ');
  return {
    'content-security-policy': csp,
    // Whatever has an own answer to this (the client's files) says so later.
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
    'permissions-policy': [...OF_VIDEO.map((feature) => `${feature}=(${video})`), ...OF_NOBODY.map((feature) => `${feature}=()`)].join(', '),
  };
}

/** All of them, for one way or the other. Frames are of these origins, and of files that the page has made itself: what is printed. */
export function headersFor(videoOrigins: readonly string[]): (https: boolean) => Record<string, string> {
  const csp = [...RULES, ['frame-src blob:', ...videoOrigins].join(' ')].join(';');
  const plain = securityHeaders(csp, videoOrigins);
  const encrypted = { ...plain, ...overHttps(csp) };
  return (https) => (https ? encrypted : plain);
}

/** For what is no page: nothing stands within it. */
export const headersOver = headersFor([]);
