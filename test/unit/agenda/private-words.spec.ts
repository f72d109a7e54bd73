import { whyCannotReply, whyCannotSend } from '../../../src/agenda/domain/private-words.js';

const SENDER = { state: 'inSession', isParticipant: true, chairAccountId: 'chair', accountId: 'member' } as const;

describe('a private word to the chair', () => {
  it.each([
    [{}, null], [{ state: 'suspended' as const }, null], [{ state: 'sent' as const }, 'sessionNotRunning'], [{ state: 'ended' as const }, 'sessionNotRunning'],
    [{ isParticipant: false }, 'notAllowed'], [{ chairAccountId: null }, 'chairMissing'], [{ accountId: 'chair' }, 'notAllowed'],
  ])('where %j it is refused with %s', (other, code) => expect(whyCannotSend({ ...SENDER, ...other })).toBe(code));

  it.each([[null, null], [new Date(0), 'wordAnswered']])('answered at %s it is refused with %s', (answeredAt, code) => expect(whyCannotReply(answeredAt)).toBe(code));
});
