import fc from 'fast-check';
import { saysExactly, type SignedAddition, type Statement, writeStatement } from '../../../src/identity/domain/statement.js';
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
    expect(saysExactly(written, { answers: [...statement.answers].reverse(), addition: null })).toBe(true);
    for (const other of [[first], [], [first, { ...second, choice: 'disagree' }], [{ ...first, textSha256: 'fe' }, second], [{ ...first, textSha256: null }, second], [first, second, { questionId: 'q3', question: '', choice: 'agree', textSha256: null }]]) {
      expect(saysExactly(written, { answers: other as Statement['answers'], addition: null })).toBe(false);
    }
  });

  it('binds in its second version what a reply adds: comments in their order, the wish to discuss, and files', () => {
    const addition: SignedAddition = { comments: [{ questionId: 'q1', weight: 'blocking', textSha256: 'cc' }, { questionId: null, weight: 'remark', textSha256: 'dd' }], discussionSha256: 'ee', files: ['f2', 'f1'] };
    const written = writeStatement({ ...statement, v: 2, act: 'reply', ...addition });
    const { answers } = statement;
    expect(saysExactly(written, { answers, addition: { ...addition, files: ['f1', 'f2'] } })).toBe(true);
    for (const other of [null, { ...addition, comments: [] }, { ...addition, comments: [...addition.comments].reverse() }, { ...addition, discussionSha256: null }, { ...addition, files: ['f1'] }]) expect(saysExactly(written, { answers, addition: other })).toBe(false);
    expect(saysExactly(writeStatement(statement), { answers, addition: { comments: [], discussionSha256: null, files: [] } })).toBe(false);
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
