import { channelOf, whyCannotCast, type CastFacts } from '../../../src/voting/domain/casting.js';
import { whyCannotMove } from '../../../src/voting/domain/motion-states.js';

const FACTS: CastFacts = { state: 'open', choices: ['agree', 'disagree', 'otherOpinion'], options: null, most: null, checkedIn: 'room', absentMayVote: true };

describe('casting a ballot', () => {
  it.each([
    [{}, 'agree', undefined, null],
    [{ state: 'prepared' }, 'agree', undefined, 'motionNotOpen'],
    [{ state: 'closed' }, 'agree', undefined, 'motionNotOpen'],
    [{ state: 'paused' }, 'agree', undefined, 'motionPaused'],
    [{}, 'abstain', undefined, 'choiceNotOffered'],
    [{}, 'otherOpinion', '', 'otherOpinionNeedsText'],
    [{}, 'otherOpinion', 'Đề nghị lùi thời hạn', null],
    [{ checkedIn: null, absentMayVote: false }, 'agree', undefined, 'absentMayNotVote'],
    [{ checkedIn: null, absentMayVote: true }, 'agree', undefined, null],
  ] as const)('with %j, %s %s: %s', (facts, choice, text, expected) => {
    expect(whyCannotCast({ ...FACTS, ...facts }, { choice, text })).toBe(expected);
  });

  const choosing: CastFacts = { ...FACTS, choices: ['agree', 'abstain'], options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], most: 2 };
  it.each([
    ['agree', ['a', 'b'], null],
    ['agree', ['a', 'b', 'c'], 'selectionBad'],
    ['agree', ['a', 'a'], 'selectionBad'],
    ['agree', ['x'], 'selectionBad'],
    ['agree', [], 'selectionBad'],
    ['abstain', [], null],
    ['abstain', ['a'], 'selectionBad'],
    ['disagree', [], 'choiceNotOffered'],
  ] as const)('among options, at most two: %s %j: %s', (choice, selected, expected) => {
    expect(whyCannotCast(choosing, { choice, selected })).toBe(expected);
  });

  it('takes no selection on a plain question', () => {
    expect(whyCannotCast(FACTS, { choice: 'agree', selected: ['a'] })).toBe('selectionBad');
  });

  it('counts as cast in the room only from there', () => {
    expect([channelOf('room'), channelOf('online'), channelOf(null)]).toEqual(['room', 'remote', 'remote']);
  });
});

describe('a motion', () => {
  it.each([
    ['open', 'prepared', 'inSession', null],
    ['open', 'prepared', 'sent', 'sessionNotRunning'],
    ['open', 'closed', 'inSession', 'motionStateForbids'],
    ['close', 'open', 'suspended', null],
    ['pause', 'open', 'inSession', null],
    ['pause', 'paused', 'inSession', 'motionStateForbids'],
    ['continue', 'paused', 'suspended', 'sessionNotRunning'],
    ['continue', 'paused', 'inSession', null],
    ['close', 'paused', 'inSession', null],
    ['enter', 'paused', 'inSession', 'motionStateForbids'],
    ['enter', 'open', 'inSession', null],
    ['publish', 'open', 'inSession', 'motionStateForbids'],
    ['annul', 'published', 'inSession', null],
    ['repeat', 'published', 'inSession', 'motionStateForbids'],
    ['repeat', 'annulled', 'inSession', null],
  ] as const)('%s from %s while the session is %s: %s', (act, state, session, expected) => {
    expect(whyCannotMove(act, { state, undecided: false }, session)).toBe(expected);
  });

  it('is put again when the tie stayed undecided', () => {
    expect(whyCannotMove('repeat', { state: 'published', undecided: true }, 'inSession')).toBeNull();
  });
});
