import { pageBeside } from '../../../client/src/features/papers/beside/page-beside.js';
import { compare } from '../../../src/papers/domain/comparison.js';

const pageOf = (name: string): string => Array.from({ length: 40 }, (_, index) => `${name}${index}`).join(' ');
const versionOf = (...names: string[]) => names.map((name, index) => ({ page: index + 1, text: pageOf(name) }));

describe('the page beside', () => {
  const older = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  it.each([
    ['a page put in at the front', ['n', 'a', 'b', 'c', 'd', 'e', 'f', 'g']], ['a page taken out', ['a', 'b', 'd', 'e', 'f', 'g']], ['a page put in and one taken out', ['a', 'n', 'b', 'c', 'd', 'f', 'g']],
    ['nothing changed', older], ['two pages put in', ['a', 'b', 'n', 'm', 'c', 'd', 'e', 'f', 'g']], ['the first page taken out', ['b', 'c', 'd', 'e', 'f', 'g']],
  ])('shows the same after %s, from either version', (_, newer) => {
    const { changes } = compare(versionOf(...older), versionOf(...newer));
    for (const name of newer.filter((each) => older.includes(each))) {
      const [there, here] = [older.indexOf(name) + 1, newer.indexOf(name) + 1];
      expect([name, pageBeside(here, changes, true)]).toEqual([name, there]);
      expect([name, pageBeside(there, changes, false)]).toEqual([name, here]);
    }
  });
});
