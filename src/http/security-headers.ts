const CSP = [
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
].join(';');

/**
 * Only over https. HSTS: over plain http it is ignored, and anybody could have written it (RFC 6797, 7.2). `report-to`: browsers that know it
 * no longer look at `report-uri`, but take endpoints from https alone, so that over plain http nothing would be told.
 */
const OVER_HTTPS: Record<string, string> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'content-security-policy': `${CSP};report-to csp`,
  'reporting-endpoints': 'csp="/api/csp-reports"',
};

/**
 * What every answer carries. Made once: the usual plugin (helmet) makes all of them again for each request, which was about
 * 10 µs of each cast (docs/performance.md).
 */
function securityHeaders(): Record<string, string> {
  return {
    'content-security-policy': CSP,
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
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), display-capture=()',
  };
}

const PLAIN = securityHeaders();
const ENCRYPTED = { ...PLAIN, ...OVER_HTTPS };

/** All of them, for one way or the other. */
export function headersOver(https: boolean): Record<string, string> {
  return https ? ENCRYPTED : PLAIN;
}
