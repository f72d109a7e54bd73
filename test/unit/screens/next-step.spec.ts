import { nextStep } from '../../../src/screens/domain/next-step.js';

type Items = Parameters<typeof nextStep>[1];
const motion = (id: string, state: 'prepared' | 'open' | 'paused' | 'closed' | 'published' | 'annulled', kind: 'question' | 'consentList' = 'question') => ({ id, itemId: id.slice(0, 1), kind, state });
const item = (id: string, more: Partial<Items[number]> = {}): Items[number] => ({ id, kind: 'decision', outcome: null, motions: null, ...more });
const step = (state: Parameters<typeof nextStep>[0]['state'], currentItemId: string | null, items: Items, hasList = false): string => {
  const next = nextStep({ state, currentItemId }, items, hasList);
  return next === null ? 'nothing' : [next.step, next.itemId, next.motionId].filter((part) => part !== null).join(' ');
};

describe('the one next step of a chair', () => {
  it.each([
    ['before it is opened', 'sent', null, [item('a')], 'open'],
    ['while suspended', 'suspended', 'a', [item('a')], 'resume'],
    ['at the start', 'inSession', null, [item('a'), item('b')], 'startItem a'],
    ['on a decision', 'inSession', 'a', [item('a'), item('b')], 'openVote a'],
    ['on a decision with a prepared question', 'inSession', 'a', [item('a', { motions: [motion('a1', 'prepared')] })], 'openVote a a1'],
    ['while a vote is open, whatever is under discussion', 'inSession', 'b', [item('a', { motions: [motion('a1', 'open')] }), item('b')], 'closeVote a a1'],
    ['while a vote is paused', 'inSession', 'a', [item('a', { motions: [motion('a1', 'paused')] })], 'continueVote a a1'],
    ['after a count', 'inSession', 'a', [item('a', { motions: [motion('a1', 'closed')] })], 'publish a a1'],
    ['after a decision', 'inSession', 'a', [item('a', { outcome: 'approved' }), item('b')], 'startItem b'],
    ['on what is for information', 'inSession', 'a', [item('a', { kind: 'information' })], 'note a'],
    ['after the last, back to one that was left', 'inSession', 'b', [item('a'), item('b', { outcome: 'noted' })], 'startItem a'],
    ['after all', 'inSession', 'b', [item('a', { outcome: 'noted' }), item('b', { outcome: 'approved' })], 'end'],
    ['without an agenda', 'inSession', null, [], 'end'],
    ['after the end with a decision open', 'ended', null, [item('a', { outcome: 'noted' }), item('b')], 'recordOutcome b'],
    ['after the end', 'ended', null, [item('a', { outcome: 'approved' }), item('b', { kind: 'information' })], 'conclude'],
    ['when all is over', 'concluded', null, [item('a')], 'nothing'],
    ['while it is prepared', 'draft', null, [item('a')], 'nothing'],
  ] as const)('%s', (_, state, current, items, expected) => {
    expect(step(state, current, items)).toBe(expected);
  });

  it('adopts the consent list before the first item, but not before a vote under way', () => {
    expect(step('inSession', null, [item('a')], true)).toBe('adoptConsentList');
    expect(step('inSession', null, [item('a', { motions: [motion('a1', 'open')] })], true)).toBe('closeVote a a1');
  });

  it('discusses an item whose consent list failed', () => {
    expect(step('inSession', 'a', [item('a', { motions: [motion('a1', 'published', 'consentList')] })])).toBe('openVote a');
  });
});
