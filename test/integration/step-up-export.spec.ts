import { TOTP } from 'otpauth';
import { hasPassed, type Report, verifyExport } from '../../src/verifier/verify.js';
import type { GetOptions } from '../support/authenticator.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { openJune } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { PASSWORD, Visitor } from '../support/visitor.js';

const failuresOf = ({ checks }: Report): unknown[] => checks.flatMap(({ findings }) => findings.failures);

describe('evidence in an export, checked offline', () => {
  let cabinet: Cabinet;
  const texts: string[] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    await cabinet.rows(`update rule_set set settings = settings || '{"stepUp": true}'`);
    const { motionId, secretary } = await openJune(cabinet);
    await secretary.do('POST', `/motions/${motionId}/open`);
    const ask = (visitor: Visitor, choice: string, text?: string): Promise<Schema['StatementDto']> => visitor.do('POST', '/step-up/statement', { act: 'ballot', subjectId: motionId, answers: [{ questionId: motionId, choice, text }] });
    const first = await new Visitor(cabinet).enter('thong-doc');
    const key = await first.enrol();
    const signed = await ask(first, 'otherOpinion', 'Đề nghị làm rõ.');
    await first.do('POST', `/motions/${motionId}/ballots`, { choice: 'otherOpinion', text: 'Đề nghị làm rõ.', proof: { kind: 'passkey', statementId: signed.statementId, assertion: key.get(signed.options as unknown as GetOptions) } });
    const second = await new Visitor(cabinet).enter('bo-truong-xay-dung');
    await second.do('PUT', '/me/security/password', { password: PASSWORD });
    const { secret } = await second.do<Schema['BegunCodesDto']>('POST', '/me/security/codes');
    await second.do('POST', '/me/security/codes/confirm', { code: new TOTP({ secret }).generate() });
    await cabinet.rows('update totp set last_step = 0');
    const { statementId } = await ask(second, 'agree');
    await second.do('POST', `/motions/${motionId}/ballots`, { choice: 'agree', proof: { kind: 'code', statementId, password: PASSWORD, code: new TOTP({ secret }).generate() } });
    await secretary.do('POST', `/motions/${motionId}/close`);
    await secretary.do('POST', `/motions/${motionId}/publish`);
    // Rows are numbered a moment after the commit: the export proves what is numbered.
    const auditor = await cabinet.person('kiem-tra');
    texts.push(...(await eventually(async () => {
      const exports = [JSON.stringify(await secretary.get(`/motions/${motionId}/export`)), JSON.stringify(await auditor.get('/journal/export'))];
      for (const text of exports) expect(text).toContain('motion.published');
      return exports;
    })));
  });
  afterAll(() => cabinet.close());

  it.each([['of the vote', 0], ['of the log', 1]] as const)('passes: the export %s holds both proofs', (_, index) => {
    const report = verifyExport(texts[index] ?? '');
    expect((JSON.parse(texts[index] ?? '{}') as { evidence: { kind: string }[] }).evidence.map(({ kind }) => kind).sort()).toEqual(['code', 'passkey']);
    expect(failuresOf(report)).toEqual([]);
    expect(hasPassed(report)).toBe(true);
  });

  it.each(['signature', 'authenticatorData', 'clientDataJSON', 'publicKey', 'credentialId', 'statement', 'at'])('does not pass when %s of the evidence was changed', (member) => {
    for (const text of texts) {
      const exported = JSON.parse(text) as { evidence: Record<string, string>[] };
      const evidence = exported.evidence.find(({ kind }) => kind === 'passkey');
      if (!evidence?.[member]) throw new Error(`no ${member}`);
      evidence[member] = evidence[member].replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10));
      expect(hasPassed(verifyExport(JSON.stringify(exported)))).toBe(false);
    }
  });

  it('does not pass without the evidence', () => {
    for (const text of texts) expect(hasPassed(verifyExport(JSON.stringify({ ...(JSON.parse(text) as object), evidence: [] })))).toBe(false);
  });
});
