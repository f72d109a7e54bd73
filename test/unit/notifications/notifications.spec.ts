import fc from 'fast-check';
import { MOST_TRIES, waitAfter } from '../../../src/notifications/domain/backoff.js';
import { isPublicAddress, whyNotEndpoint } from '../../../src/notifications/domain/endpoints.js';
import { withoutAddresses } from '../../../src/notifications/domain/last-error.js';
import { isUrgent, OCCASION_KINDS, occasionOf } from '../../../src/notifications/domain/occasions.js';
import { CHANNELS, planOf } from '../../../src/notifications/domain/plan.js';
import { heldUntil, isQuiet, minuteOf, nextAt } from '../../../src/notifications/domain/quiet-hours.js';
import { overdueNow, remindAt, reminderNow, workingDaysBefore } from '../../../src/notifications/domain/reminders.js';

/** A moment by the clocks of Viet Nam. */
const vn = (text: string): Date => new Date(`${text}+07:00`);
const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
const minute = fc.integer({ min: 0, max: 1439 });

describe('quiet hours', () => {
  const night = { from: 22 * 60, until: 6 * 60 };

  it.each([
    ['2026-11-22T21:59:59', '2026-11-22T21:59:59'],
    ['2026-11-22T22:00:00', '2026-11-23T06:00:00'],
    ['2026-11-22T23:30:00', '2026-11-23T06:00:00'],
    ['2026-11-23T05:59:59', '2026-11-23T06:00:00'],
    ['2026-11-23T06:00:00', '2026-11-23T06:00:00'],
  ])('at %s something goes out at %s', (now, then) => {
    expect(heldUntil(vn(now), night)).toEqual(vn(then));
  });

  it('hold at noon too, and not at all when they begin as they end', () => {
    expect(heldUntil(vn('2026-11-22T12:10:00'), { from: 12 * 60, until: 13 * 60 + 30 })).toEqual(vn('2026-11-22T13:30:00'));
    expect(isQuiet(vn('2026-11-22T12:00:00'), { from: 720, until: 720 })).toBe(false);
  });

  it('end within a day, never before now, at a moment that is not quiet', () => {
    fc.assert(fc.property(moment, minute, minute, (now, from, until) => {
      const then = heldUntil(now, { from, until });
      expect(then.getTime() - now.getTime()).toBeGreaterThanOrEqual(0);
      expect(then.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
      expect(isQuiet(then, { from, until })).toBe(false);
    }));
  });

  it('find the next moment of a minute of the day', () => {
    fc.assert(fc.property(moment, minute, (now, at) => {
      expect(minuteOf(nextAt(now, at))).toBe(at);
      expect(nextAt(now, at) >= now).toBe(true);
    }));
  });
});

describe('reminders before a deadline', () => {
  const dueAt = vn('2026-11-24T17:00:00');
  const tet = new Map<string, 'holiday' | 'workday'>([['2026-11-20', 'holiday'], ['2026-11-21', 'workday']]);

  it.each([
    [{ unit: 'hours' as const, count: 4 }, '2026-11-24T13:00:00'],
    [{ unit: 'workingDays' as const, count: 1 }, '2026-11-23T17:00:00'],
    [{ unit: 'workingDays' as const, count: 2 }, '2026-11-21T17:00:00'],
    [{ unit: 'workingDays' as const, count: 3 }, '2026-11-19T17:00:00'],
  ])('%j goes out at %s, over a weekend, a holiday and a swapped day', (reminder, at) => {
    expect(remindAt(dueAt, reminder, tet)).toEqual(vn(at));
  });

  const reminders = [{ unit: 'workingDays' as const, count: 1 }, { unit: 'hours' as const, count: 4 }];
  const since = vn('2026-11-20T09:00:00');
  it.each([
    ['2026-11-23T16:59:59', null], ['2026-11-23T17:00:00', reminders[0]], ['2026-11-24T12:59:59', reminders[0]],
    ['2026-11-24T13:00:00', reminders[1]], ['2026-11-24T16:59:59', reminders[1]], ['2026-11-24T17:00:00', null],
  ])('at %s the one to send is %j', (now, expected) => {
    expect(reminderNow(vn(now), { dueAt, since }, { reminders, calendar: tet })).toEqual(expected);
  });

  it('leave out what lies before the deadline was set', () => {
    expect(reminderNow(vn('2026-11-24T12:00:00'), { dueAt, since: vn('2026-11-23T17:00:00') }, { reminders, calendar: tet })).toBeNull();
  });

  it('count as many working days back as forward', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), (count) => expect(workingDaysBefore('2026-11-24', count, new Map()) < '2026-11-24').toBe(true)));
  });

  it.each([
    ['2026-11-24T17:14:59', 0], ['2026-11-24T17:15:00', 1], ['2026-11-25T16:59:59', 1], ['2026-11-25T17:00:00', 2], ['2026-11-28T18:00:00', 4], ['2026-11-30T18:00:00', 5], ['2026-12-30T18:00:00', 5],
  ])('after it, at %s, the reminder is number %i', (now, number) => {
    expect(overdueNow(vn(now), dueAt, { most: 5, calendar: new Map() })).toBe(number);
    expect(overdueNow(vn(now), dueAt, { most: 0, calendar: new Map() })).toBe(0);
  });
});

describe('by which way and when', () => {
  const now = vn('2026-11-22T10:00:00');
  const all = { channels: CHANNELS, quiet: null, digestAt: null };

  it('sends what is urgent by all ways, and nothing to telephones that is not', () => {
    expect(planOf('requestDue', now, { wishes: all, allowed: CHANNELS }).map(({ channel }) => channel)).toEqual(['mail', 'push', 'sms']);
    expect(planOf('requestClosed', now, { wishes: all, allowed: CHANNELS }).map(({ channel }) => channel)).toEqual(['mail', 'push']);
  });

  it('gathers what is not urgent for the hour of the digest, once, and never what is', () => {
    const wishes = { ...all, digestAt: 7 * 60 };
    expect(planOf('requestClosed', now, { wishes, allowed: CHANNELS })).toEqual([{ channel: 'mail', dueAt: vn('2026-11-23T07:00:00'), gathered: true }]);
    expect(planOf('requestSent', now, { wishes, allowed: ['mail'] })).toEqual([{ channel: 'mail', dueAt: now, gathered: false }]);
  });

  it('holds a digest too until the quiet hours end', () => {
    const wishes = { ...all, digestAt: 5 * 60, quiet: { from: 22 * 60, until: 6 * 60 } };
    expect(planOf('requestClosed', now, { wishes, allowed: ['mail'] })).toEqual([{ channel: 'mail', dueAt: vn('2026-11-23T06:00:00'), gathered: true }]);
  });

  it('uses no way that the body, the server or the person has shut, and each at most once', () => {
    fc.assert(fc.property(fc.constantFrom(...OCCASION_KINDS), moment, fc.subarray([...CHANNELS]), fc.subarray([...CHANNELS]), fc.option(minute), (kind, at, channels, allowed, digestAt) => {
      const planned = planOf(kind, at, { wishes: { channels, quiet: null, digestAt }, allowed });
      for (const { channel, dueAt } of planned) expect([channels.includes(channel), allowed.includes(channel), dueAt >= at]).toEqual([true, true, true]);
      expect(new Set(planned.map(({ channel }) => channel)).size).toBe(planned.length);
      if (isUrgent(kind)) expect(planned.some(({ gathered }) => gathered)).toBe(false);
    }));
  });
});

describe('occasions', () => {
  it.each([
    ['request.sent', {}, 'requestSent'], ['request.changed', { act: 'extend' }, 'requestExtended'], ['request.changed', { act: 'recall' }, 'requestRecalled'], ['request.changed', { act: 'approve' }, null],
    ['request.closed', {}, 'requestClosed'], ['session.stateChanged', { act: 'send' }, 'sessionSent'], ['session.stateChanged', { act: 'open' }, null], ['session.changed', {}, 'sessionChanged'],
    ['session.changed', { act: 'packFrozen' }, null], ['paper.released', { number: 1 }, null], ['paper.released', { number: 2 }, 'paperReplaced'], ['motion.cast', {}, null],
  ])('%s %j is %s', (type, facts, kind) => {
    expect(occasionOf({ type, facts })).toBe(kind);
  });
});

describe('tries', () => {
  it('are made again later and later, and given up after the last, or at once when refused for good', () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, index) => waitAfter(index + 1, false));
    expect(waits).toEqual([30, 120, 600, 1800, 7200, 21600, 43200, null]);
    expect(waitAfter(1, true)).toBeNull();
  });
});

describe('where push messages may go', () => {
  it.each(['10.0.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001::1', 'x', '1.2.3', '1.2.3.999'])('not to %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '223.255.255.255', '2a00:1450:4001::200e', '2606:4700::1111'])('but to %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each(['http://push.example.org/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'https://localhost/x', 'https://push.example.org:8443/x', 'https://a:b@push.example.org/x', 'https://metadata.internal/x', 'https://printer.local/x', 'https://2130706433/x', 'ftp://push.example.org/'])('refuses %s', (address) => {
    expect(whyNotEndpoint(new URL(address))).toBe('pushEndpointBad');
  });
  it.each(['https://fcm.googleapis.com/fcm/send/abc', 'https://updates.push.services.mozilla.com/wpush/v2/x', 'https://web.push.apple.com/Q'])('takes %s', (address) => {
    expect(whyNotEndpoint(new URL(address))).toBeNull();
  });
});

describe('what another server said', () => {
  it('is kept without addresses and numbers', () => {
    const said = withoutAddresses('550 5.1.1 <thu.tuong@chinhphu.vn>:\r\n unknown; see https://mail.example/x?u=thu or call +84 91 234 56 78');
    expect(said).not.toMatch(/chinhphu|thu\.tuong|mail\.example|234/);
    expect(said).toMatch(/^550 5\.1\.1/);
  });
});
