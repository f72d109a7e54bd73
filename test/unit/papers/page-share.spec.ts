import { jest } from '@jest/globals';
import { whyCannotShare } from '../../../src/papers/domain/page-share.js';
import { SharedPages, TELL_EVERY_MS } from '../../../src/papers/sharing/shared-pages.js';

describe('who may share a page', () => {
  const standing = { state: 'inSession', runs: false, speaks: false, isTaken: false } as const;

  it.each([
    ['who runs the session', { runs: true }, null],
    ['who has the floor', { speaks: true }, null],
    ['who runs the session, also from somebody else', { runs: true, isTaken: true }, null],
    ['who has the floor, while somebody else shares', { speaks: true, isTaken: true }, 'pageShared'],
    ['who has not the floor', {}, 'notAllowed'],
    ['who runs a session that stands still', { runs: true, state: 'suspended' }, 'sessionNotRunning'],
    ['who runs a session that has ended', { runs: true, state: 'ended' }, 'sessionNotRunning'],
    ['who has not the floor, in a session that has ended', { state: 'ended' }, 'notAllowed'],
  ] as const)('%s', (_name, change, refusal) => expect(whyCannotShare({ ...standing, ...change })).toBe(refusal));
});

describe('telling shown pages', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const shown = (step: number, shareId = 'one'): { shareId: string; page: number; step: number; audiences: string[] } => ({ shareId, page: 10 * step, step, audiences: ['body:1'] });

  function pages(): { tell: SharedPages['tell']; steps: number[]; stop: () => void } {
    const shared = new SharedPages();
    const steps: number[] = [];
    shared.listen(({ step }) => steps.push(step));
    return { tell: (page) => shared.tell(page), steps, stop: () => shared.onApplicationShutdown() };
  }

  it('tells the first at once, of a burst the last, and never more than two in a second', () => {
    const { tell, steps } = pages();
    for (let step = 1; step <= 9; step += 1) tell(shown(step));
    expect(steps).toEqual([1]);
    jest.advanceTimersByTime(TELL_EVERY_MS);
    expect(steps).toEqual([1, 9]);
    tell(shown(10));
    expect(steps).toEqual([1, 9]);
    jest.advanceTimersByTime(TELL_EVERY_MS);
    expect(steps).toEqual([1, 9, 10]);
  });

  it('passes over what comes late, and keeps shares apart', () => {
    const { tell, steps } = pages();
    tell(shown(1));
    tell(shown(3));
    tell(shown(2));
    tell(shown(7, 'two'));
    jest.advanceTimersByTime(TELL_EVERY_MS);
    expect(steps).toEqual([1, 7, 3]);
  });

  it('tells nothing any more once the server stops', () => {
    const { tell, steps, stop } = pages();
    tell(shown(1));
    tell(shown(2));
    stop();
    jest.advanceTimersByTime(10 * TELL_EVERY_MS);
    expect(steps).toEqual([1]);
  });
});
