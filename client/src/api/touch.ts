const QUIET_MS = 60_000;
let touchedAt = Date.now();

for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const) {
  window.addEventListener(event, () => { touchedAt = Date.now(); }, { capture: true, passive: true });
}

/** Whether nobody has touched the page for a minute: what it reads now it reads by itself, because of news. */
export const isUntouched = (): boolean => Date.now() - touchedAt > QUIET_MS;
