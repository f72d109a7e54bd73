/** As much of OpenAPI's schemas as the contract uses. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  nullable?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** What is refused, where, and by which of class-validator's rules. */
export interface Bounds {
  at: string;
  rules: string[];
}

export interface Violation extends Bounds {
  what: string;
  body: unknown;
}

type Schemas = Record<string, Schema>;
const UUID = '00000000-0000-4000-8000-000000000000';

function resolved(schema: Schema, schemas: Schemas): Schema {
  const [first] = schema.allOf ?? [];
  const name = (schema.$ref ?? first?.$ref)?.split('/').at(-1);
  return name === undefined ? schema : resolved(schemas[name] ?? {}, schemas);
}

/** Something that keeps all bounds, every optional field with it. */
export function sampleOf(schema: Schema, schemas: Schemas): unknown {
  const { type, enum: values, format, minimum, minLength, minItems, items, properties, pattern } = resolved(schema, schemas);
  if (values) return values[0];
  if (properties) return Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, sampleOf(of, schemas)]));
  if (type === 'array') return Array.from({ length: Math.max(1, minItems ?? 1) }, () => sampleOf(items ?? {}, schemas));
  if (type === 'number' || type === 'integer') return Math.max(1, minimum ?? 1);
  if (type === 'boolean') return true;
  if (format === 'uuid') return UUID;
  if (format === 'uri') return 'https://example.org/';
  if (pattern) return '2026-01-01';
  return 'x'.repeat(Math.max(1, minLength ?? 1));
}

/** Each declared bound broken once, in something that is right otherwise. */
export function violationsOf(schema: Schema, schemas: Schemas): Violation[] {
  const whole = sampleOf(schema, schemas);
  return bounds(schema, schemas, []).map(({ path, wrong, what, rules }) => ({ what: `${path.join('.')}: ${what}`, at: path.join('.'), rules, body: replaced(whole, path, wrong) }));
}

interface Broken {
  path: string[];
  wrong: unknown;
  what: string;
  rules: string[];
}

function bounds(schema: Schema, schemas: Schemas, path: string[]): Broken[] {
  const found = resolved(schema, schemas);
  const own = path.length === 0 ? [] : brokenOnce(found, schemas).map((broken) => ({ ...broken, path }));
  const inside = Object.entries(found.properties ?? {}).flatMap(([name, of]) => bounds(of, schemas, [...path, name]));
  // Where a list holds plain values, its own name is told, not the place in it.
  const items = found.items && resolved(found.items, schemas);
  const each = items?.properties ? bounds(items, schemas, [...path, '0']) : items ? brokenOnce(items, schemas).map((broken) => ({ ...broken, path, wrong: [broken.wrong] })) : [];
  return [...own, ...inside, ...each];
}

function brokenOnce(schema: Schema, schemas: Schemas): Omit<Broken, 'path'>[] {
  const { enum: values, format, minimum, maximum, minLength, maxLength, minItems, maxItems, items, pattern, type } = schema;
  const all: Omit<Broken, 'path'>[] = [];
  const put = (isSet: boolean, what: string, wrong: unknown, rules: string[]): void => void (isSet && all.push({ what, wrong, rules }));
  put(values !== undefined, 'none of the choices', 'không có', ['isIn', 'isEnum']);
  put(format === 'uuid', 'no id', 'not-an-id', ['isUuid']);
  put(format === 'uri', 'another scheme', 'javascript:alert(1)', ['isUrl']);
  put(pattern !== undefined, 'of another form', '\u0000', ['matches', 'isLength']);
  put(minimum !== undefined, 'below the least', (minimum ?? 0) - 1, ['min']);
  put(maximum !== undefined, 'above the most', (maximum ?? 0) + 1, ['max']);
  put((minLength ?? 0) > 0, 'too short', 'x'.repeat((minLength ?? 1) - 1), ['isLength', 'minLength']);
  put(maxLength !== undefined, 'too long', 'x'.repeat((maxLength ?? 0) + 1), ['isLength', 'maxLength']);
  put((minItems ?? 0) > 0, 'too few', [], ['arrayMinSize', 'arrayNotEmpty']);
  put(maxItems !== undefined, 'too many', Array.from({ length: (maxItems ?? 0) + 1 }, () => sampleOf(items ?? {}, schemas)), ['arrayMaxSize']);
  if (type === 'string') put(true, 'a number where a text is', 7, ['isString', 'isLength', 'maxLength', 'isIn', 'isUuid', 'isUrl', 'matches', 'isIso8601', 'isDateString']);
  if (type === 'number' || type === 'integer') put(true, 'a text where a number is', 'seven', ['isInt', 'isNumber', 'isIn', 'min', 'max']);
  if (type === 'boolean') put(true, 'a text where yes or no is', 'perhaps', ['isBoolean']);
  if (type === 'array') put(true, 'no list', 'x', ['isArray', 'arrayMaxSize']);
  return all;
}

function replaced(whole: unknown, [name, ...rest]: string[], wrong: unknown): unknown {
  if (name === undefined) return wrong;
  if (Array.isArray(whole)) return whole.map((one: unknown, index) => (String(index) === name ? replaced(one, rest, wrong) : one));
  const object = typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>) : {};
  return { ...object, [name]: replaced(object[name], rest, wrong) };
}
