/** One thing a browser was kept from. Nothing in it names a page, a paper or a person. */
export interface CspViolation {
  /** Directive of the policy, e.g. `script-src-elem`. */
  directive: string;
  /** Origin that was blocked, or `inline`, `eval`, `data` and the like. */
  blocked: string;
}

const MOST = 20;

/**
 * Reads what browsers send: one report in `csp-report` (CSP Level 2, §4.4) or a list of them (Reporting API). Addresses lose their paths and
 * queries, which may carry ids; anything that is no report is passed over.
 */
export function violationsIn(body: unknown): CspViolation[] {
  const list: unknown[] = Array.isArray(body) ? body.slice(0, MOST) : [body];
  return list.flatMap((one) => {
    const report = fieldsOf(fieldsOf(one)['csp-report'] ?? (fieldsOf(one)['type'] === 'csp-violation' ? fieldsOf(one)['body'] : undefined));
    const directive = report['effective-directive'] ?? report['violated-directive'] ?? report['effectiveDirective'];
    const blocked = report['blocked-uri'] ?? report['blockedURL'];
    if (typeof directive !== 'string' || typeof blocked !== 'string') return [];
    return [{ directive: /^[a-z-]{1,40}/.exec(directive)?.[0] ?? 'unknown', blocked: originOf(blocked) }];
  });
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function originOf(blocked: string): string {
  if (/^[a-z-]{1,30}$/.test(blocked)) return blocked;
  const origin = /^(https?|wss?):\/\/([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:]{2,39}\])(:\d{1,5})?(?=[/?#]|$)/.exec(blocked)?.[0];
  return origin ?? /^[a-z][a-z0-9+.-]{1,20}:/.exec(blocked)?.[0] ?? 'unknown';
}
