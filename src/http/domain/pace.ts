/** How much may be asked at once, and how fast it may be asked again. */
export interface Pace {
  most: number;
  perSecond: number;
}

/** What is left for one person or address, and when that was counted. */
export interface Purse {
  left: number;
  atMs: number;
}

/**
 * What one more request costs: the purse afterwards, and 0, or the whole seconds after which it may be asked again. A refused request costs
 * nothing, so that waiting helps. (Token bucket; OWASP ASVS 5.0, 2.4.1)
 */
export function spend(purse: Purse | undefined, pace: Pace, nowMs: number): { purse: Purse; waitSeconds: number } {
  const passed = purse ? Math.max(0, nowMs - purse.atMs) / 1000 : 0;
  const left = purse ? Math.min(pace.most, purse.left + passed * pace.perSecond) : pace.most;
  if (left >= 1) return { purse: { left: left - 1, atMs: nowMs }, waitSeconds: 0 };
  return { purse: { left, atMs: nowMs }, waitSeconds: Math.max(1, Math.ceil((1 - left) / pace.perSecond)) };
}

/** Whether nothing is remembered by keeping it: it is as full as a new one. */
export function isFull(purse: Purse, pace: Pace, nowMs: number): boolean {
  return purse.left + ((nowMs - purse.atMs) / 1000) * pace.perSecond >= pace.most;
}
