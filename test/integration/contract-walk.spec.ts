import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { type Bounds, type Operation, type Schema, sampleOf, violationsOf } from '../support/contract-samples.js';
import type { Refused } from '../support/person.js';

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const DOCUMENT = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../openapi.json'), 'utf8')) as OpenApi;
const SOMEBODY = '00000000-0000-4000-8000-000000000000';
const addressOf = (route: string): string => route.replace(/\{date\}/, '2026-01-01').replace(/\{seq\}/, '1').replace(/\{\w+\}/g, SOMEBODY);
const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([route, methods]) => Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), route, operation })));
const WITH_BODY = OPERATIONS.filter(({ operation }) => operation.requestBody?.content['application/json']);
const QUERIES = OPERATIONS.flatMap(({ method, route, operation }) => (operation.parameters ?? []).filter(({ in: where }) => where === 'query').map((parameter) => ({ method, route, parameter, all: operation.parameters ?? [] })));
/** One of them may enter each door; what lies behind it is not reached. */
const PEOPLE = ['thu-ky', 'quan-tri', 'thu-tuong', 'kiem-tra', 'bo-truong-xay-dung', 'ubnd-thu-ky', 'chuyen-vien', 'trinh-tai-chinh', 'quan-tri-2'];
/** No more commands than this of one person, who else is held to a pace; reading is free. */
const EACH = 250;

describe('every bound that the contract declares', () => {
  let cabinet: Cabinet;
  const asked = new Map<string, number>();
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    for (const username of PEOPLE) cookies.set(username, (await cabinet.person(username)).cookie);
  });
  afterAll(() => cabinet.close());

  /** As the first person whom the door lets in. */
  async function ask(method: string, address: string, body?: unknown): Promise<{ status: number; refused: Refused | null }> {
    let answer = { status: 0, refused: null as Refused | null };
    for (const username of PEOPLE) {
      const count = asked.get(username) ?? 0;
      if (method !== 'GET' && count > EACH) continue;
      const headers = { cookie: cookies.get(username) ?? '', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      const response = await fetch(`${cabinet.url}${address}`, { method, headers, redirect: 'manual', body: body === undefined ? undefined : JSON.stringify(body) });
      const text = await response.text();
      answer = { status: response.status, refused: text.startsWith('{') ? (JSON.parse(text) as Refused) : null };
      if (answer.refused?.code === 'notAllowed') continue;
      if (method !== 'GET') asked.set(username, count + 1);
      return answer;
    }
    return answer;
  }

  const told = ({ status, refused }: { status: number; refused: Refused | null }): string => `${status} ${refused?.code ?? ''} ${String(refused?.params['fields'] ?? '')}`;
  const expected = ({ at, rules }: Bounds): RegExp => new RegExp(`^400 badInput (.*,)?${at.replaceAll('.', '\\.')}:(${rules.join('|')})(,|$)`);

  it.each(WITH_BODY)('of $method $route is held: each is broken once, and refused by name', async ({ method, route, operation }) => {
    const schema = operation.requestBody?.content['application/json']?.schema ?? {};
    const violations = violationsOf(schema, DOCUMENT.components.schemas);
    expect(violations.length).toBeGreaterThan(0);
    for (const violation of violations) expect([violation.what, told(await ask(method, addressOf(route), violation.body))]).toEqual([violation.what, expect.stringMatching(expected(violation))]);
  });

  it.each(QUERIES)('of the query of $method $route is held: $parameter.name', async ({ method, route, parameter, all }) => {
    const sample = (name: string): string => String(sampleOf(all.find((one) => one.name === name)?.schema ?? {}, DOCUMENT.components.schemas));
    const others = all.filter((one) => one.in === 'query' && one.required && one.name !== parameter.name).map(({ name }) => `${name}=${encodeURIComponent(sample(name))}`);
    const violations = violationsOf({ type: 'object', properties: { [parameter.name]: parameter.schema } }, DOCUMENT.components.schemas);
    // In a query everything is text: a number is a text too.
    for (const { what, body } of violations.filter((violation) => !violation.what.includes('a number where a text is'))) {
      const wrong = (body as Record<string, unknown>)[parameter.name];
      const answer = await ask(method, `${addressOf(route)}?${[...others, `${parameter.name}=${encodeURIComponent(String(wrong))}`].join('&')}`);
      expect([what, told(answer)]).toEqual([what, expect.stringMatching(new RegExp(`^400 badInput (.*${parameter.name}:.*|)$`))]);
    }
    const doubled = await ask(method, `${addressOf(route)}?${[...others, `${parameter.name}=${encodeURIComponent(sample(parameter.name))}`, `${parameter.name}=other`].join('&')}`);
    expect(['given twice', doubled.status]).toEqual(['given twice', 400]);
  });
});
