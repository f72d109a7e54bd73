/** What a virus scanner said. */
export type Verdict = { kind: 'clean' } | { kind: 'infected'; name: string } | { kind: 'failed'; why: string };

/**
 * Reads the daemon's one line: `stream: OK`, `stream: <name> FOUND`, or anything else, which is no leave to go on. With `AlertExceedsMax yes`
 * what was too large or too deep to look at is a finding of its own name, `Heuristics.Limits.Exceeded…`: not a virus, and not clean. (clamd(8))
 */
export function verdictOf(line: string): Verdict {
  const words = line.replace(/\0[^]*$/, '').trim();
  if (words === 'stream: OK') return { kind: 'clean' };
  const name = /^stream: (.{1,200}) FOUND$/.exec(words)?.[1];
  if (name === undefined) return { kind: 'failed', why: words.slice(0, 200) };
  if (/^Heuristics\.Limits\.Exceeded/i.test(name)) return { kind: 'failed', why: name };
  return { kind: 'infected', name: name.replace(/[^\w.:-]/g, '?') };
}
