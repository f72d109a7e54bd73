import fc from 'fast-check';
import { saysExactly, type Statement, writeStatement } from '../../../src/identity/domain/statement.js';
import { evidenceHash } from '../../../src/identity/step-up/evidence.js';

const statement: Statement = {
  v: 1, act: 'reply', bodyId: 'b', subjectId: 's', memberId: 'm', accountId: 'a', at: '2026-11-22T00:00:00.000Z',
  answers: [{ questionId: 'q2', question: 'Hai', choice: 'otherOpinion', textSha256: 'ff' }, { questionId: 'q1', question: 'Một', choice: 'agree', textSha256: null }], papers: ['bb', 'aa'],
};

describe('a statement that is signed', () => {
  it('has one spelling, whatever the order its parts came in', () => {
    const written = writeStatement(statement);
    expect(written).toBe('{"accountId":"a","act":"reply","answers":[{"choice":"agree","question":"Một","questionId":"q1","textSha256":null},{"choice":"otherOpinion","question":"Hai","questionId":"q2","textSha256":"ff"}],"at":"2026-11-22T00:00:00.000Z","bodyId":"b","memberId":"m","papers":["aa","bb"],"subjectId":"s","v":1}');
    expect(writeStatement({ ...statement, papers: [...statement.papers].reverse(), answers: [...statement.answers].reverse() })).toBe(written);
  });

  it('says exactly what it says: no other choice, no other words, none more and none less', () => {
    const written = writeStatement(statement);
    const [first, second] = statement.answers;
    expect(saysExactly(written, [...statement.answers].reverse())).toBe(true);
    for (const other of [[first], [], [first, { ...second, choice: 'disagree' }], [{ ...first, textSha256: 'fe' }, second], [{ ...first, textSha256: null }, second], [first, second, { questionId: 'q3', question: '', choice: 'agree', textSha256: null }]]) {
      expect(saysExactly(written, other as Statement['answers'])).toBe(false);
    }
  });

  it('is another one when any of its members is', () => {
    fc.assert(fc.property(fc.constantFrom('bodyId', 'subjectId', 'memberId', 'accountId', 'at'), fc.string({ minLength: 1 }), (name, value) => {
      fc.pre(statement[name] !== value);
      expect(writeStatement({ ...statement, [name]: value })).not.toBe(writeStatement(statement));
    }));
  });
});

describe('the hash of evidence', () => {
  const shown = { statement: '{}', kind: 'passkey', credentialId: 'c', publicKey: 'p', authenticatorData: 'd', clientDataJSON: 'j', signature: 's', at: 't' } as const;
  it('changes with every part of it', () => {
    for (const name of ['statement', 'credentialId', 'publicKey', 'authenticatorData', 'clientDataJSON', 'signature', 'at'] as const) expect([name, evidenceHash({ ...shown, [name]: 'x' }) === evidenceHash(shown)]).toEqual([name, false]);
  });
});
