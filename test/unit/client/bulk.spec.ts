import { openTo } from '../../../client/src/features/opinions/bulk.js';

const brief = (state: string, answeredCount: number | null = null, id = state) => ({ id, state, memberCount: 5, answeredCount });
const ALL = [brief('draft'), brief('returned'), brief('pendingApproval'), brief('approved'), brief('sent', 4), brief('sent', 5, 'answered'), brief('closed', 5), brief('recalled')];

describe('what can be done to several requests', () => {
  it.each([
    ['submit', ['draft', 'returned']],
    ['send', ['approved']],
    ['remind', ['sent']],
    ['approve', []],
  ] as const)('an officer may %s %j', (act, wanted) => {
    expect(openTo(act, ALL, { create: true, approve: false }).map(({ id }) => id)).toEqual(wanted);
  });

  it('the chair approves, and nothing else', () => {
    expect(openTo('approve', ALL, { create: false, approve: true }).map(({ id }) => id)).toEqual(['pendingApproval']);
    for (const act of ['submit', 'send', 'remind'] as const) expect(openTo(act, ALL, { create: false, approve: true })).toEqual([]);
  });
});
