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
  // Old browsers post where `report-uri` says, new ones where the group of `Reporting-Endpoints` lies.
  'report-uri /api/csp-reports',
  'report-to csp',
].join(';');

/** Only over https: told over plain http it is ignored, and anybody could have written it. (RFC 6797, 7.2) */
export const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

/**
 * What every answer carries. Made once: the usual plugin (helmet) makes all of them again for each request, which was about
 * 10 µs of each cast (docs/performance.md).
 */
export function securityHeaders(): Record<string, string> {
  return {
    'content-security-policy': CSP,
    'reporting-endpoints': 'csp="/api/csp-reports"',
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
