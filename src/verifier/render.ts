import type { Check, Said } from './check.js';
import type { Failure } from './findings.js';
import { checkText, failureText, type Language, warningText, word, type Word } from './texts.js';
import { hasPassed, type Report } from './verify.js';

const MOST_SHOWN = 10;
const ALWAYS: readonly Word[] = ['agree', 'disagree', 'otherOpinion'];
const WHERE_ANY: readonly Word[] = ['abstain', 'deemed', 'notVoted', 'notAnswered', 'recused'];

/** A decision in words: "cần 14/27: 24 đồng ý, …: thông qua – Nghị định …". */
function arithmetic({ decision, citation }: Said, language: Language): string {
  const { tally, needed, base, outcome, decidedBy } = decision;
  const times = new Map<string, number>(Object.entries(tally));
  const parts = [...ALWAYS, ...WHERE_ANY].filter((name) => ALWAYS.includes(name) || (times.get(name) ?? 0) > 0).map((name) => word(name, language, { n: times.get(name) ?? 0 }));
  const by = decidedBy === 'chair' ? `, ${word('byChair', language)}` : '';
  return `${word('needed', language, { needed, base })}; ${parts.join(', ')}: ${word(outcome, language)}${by} – ${citation}`;
}

function failureLine({ where, code, expected, found }: Failure, language: Language): string {
  const pairs: [Word, string | undefined][] = [['expected', expected], ['found', found]];
  const shown = pairs.flatMap(([name, value]) => (value === undefined ? [] : [`${word(name, language)} ${value}`]));
  return `     ✗ ${where}: ${failureText(code, language)}${shown.length > 0 ? ` (${shown.join(', ')})` : ''}`;
}

function checkLines(check: Check, number: number, language: Language): string[] {
  const { findings, counted, kind, about, said } = check;
  const values = { compared: findings.compared, done: counted?.done ?? 0, of: counted?.of ?? 0 };
  const mark = word(findings.failures.length === 0 ? 'pass' : 'fail', language);
  const lines = [`${String(number).padStart(2)}. ${checkText(kind, language, values)}${about === undefined ? '' : ` – «${about}»`} … ${mark}`];
  for (const one of said ?? []) lines.push(`     ${(said ?? []).length > 1 ? `«${one.question}»: ` : ''}${arithmetic(one, language)}`);
  lines.push(...findings.failures.slice(0, MOST_SHOWN).map((failure) => failureLine(failure, language)));
  if (findings.failures.length > MOST_SHOWN) lines.push(`     ${word('more', language, { n: findings.failures.length - MOST_SHOWN })}`);
  const warned = [...new Set(findings.warnings.map(({ code }) => code))];
  for (const code of warned) {
    const places = findings.warnings.filter((warning) => warning.code === code).map(({ where }) => where);
    lines.push(`     ${word('warning', language)}: ${warningText(code, language)} (${places.slice(0, 3).join('; ')}${places.length > 3 ? '; …' : ''})`);
  }
  return lines;
}

/** The report for people. */
export function renderText(report: Report, language: Language): string {
  const { checks } = report;
  const failed = checks.filter(({ findings }) => findings.failures.length > 0).length;
  const lines = checks.flatMap((check, index) => checkLines(check, index + 1, language));
  if (checks.length === 1) lines.push(`     ${word('notRun', language)}`);
  lines.push('', hasPassed(report) ? word('allPassed', language, { n: checks.length }) : word('someFailed', language, { n: failed }));
  return `${lines.join('\n')}\n`;
}

/** The report for programs. */
export function renderJson(report: Report, language: Language): string {
  const checks = report.checks.map(({ kind, about, id, findings, counted, said }, index) => ({
    number: index + 1, kind, about, id, passed: findings.failures.length === 0, compared: findings.compared, counted,
    decisions: said?.map((one) => ({ ...one, text: arithmetic(one, language) })), failures: findings.failures, warnings: findings.warnings,
  }));
  return `${JSON.stringify({ passed: hasPassed(report), checks }, null, 2)}\n`;
}
