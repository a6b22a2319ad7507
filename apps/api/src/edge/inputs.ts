import type { OpenAPIObject } from '@nestjs/swagger';
import type { RouteRule } from '@okaeri/access';
import { z } from 'zod';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Schemas = Record<string, object>;

interface Described {
  $schema?: string;
  $defs?: Record<string, Described>;
  definitions?: Record<string, Described>;
  properties?: Record<string, object>;
  required?: string[];
  [member: string]: unknown;
}

/** Where Nest keeps what a handler takes, and its numbers for a body and a query. */
const argumentsKey = '__routeArguments__';
const kinds = { body: '3', query: '4' } as const;

/** What a handler takes, as the documentation of the framework leaves it out: the body, and the members of a query. */
export function tellInput(operation: Operation, rule: RouteRule, schemas: Schemas): void {
  const body = schemaFor(rule, kinds.body);
  if (body && !operation.requestBody) {
    operation.requestBody = { required: true, content: { 'application/json': { schema: schemaOf(body, schemas) } } };
  }
  const query = schemaFor(rule, kinds.query);
  if (!query) return;
  const { properties = {}, required = [] } = described(query, schemas);
  // The framework tells some of it, as it happens to know.
  const others = (operation.parameters ?? []).filter((each) => !('in' in each) || each.in !== 'query');
  operation.parameters = [
    ...others,
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query' as const,
      required: required.includes(name),
      schema,
    })),
  ];
}

/** The ids in a path, whatever the compiler has kept of their types; all parameters in one order. */
export function tellPath(operation: Operation, path: string): void {
  type Parameter = { name: string; in: string };
  const told = (operation.parameters ?? []) as Parameter[];
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(name.endsWith('Id') ? { format: 'uuid' } : {}) },
  }));
  const others = told.filter((each) => each.in !== 'path');
  operation.parameters = [
    ...ids,
    ...others.toSorted((a, b) => (a.in + a.name < b.in + b.name ? -1 : 1)),
  ] as NonNullable<Operation['parameters']>;
}

function schemaFor({ owner, handler }: RouteRule, kind: string): z.ZodType | null {
  const taken = (Reflect.getMetadata(argumentsKey, owner, handler) ?? {}) as Record<string, { schema?: unknown }>;
  const found = Object.entries(taken).find(([name]) => name.startsWith(`${kind}:`))?.[1].schema;
  return found instanceof z.ZodType ? found : null;
}

/** A schema as the document refers to it; one with a name is added to the named ones. */
export function schemaOf(schema: z.ZodType, schemas: Schemas): { $ref: string } | Described {
  const id = z.globalRegistry.get(schema)?.id;
  const told = described(schema, schemas);
  if (!id) return told;
  schemas[id] ??= told;
  return { $ref: `#/components/schemas/${id}` };
}

function described(schema: z.ZodType, schemas: Schemas): Described {
  const made = z.toJSONSchema(schema, { io: 'input', target: 'openapi-3.0', unrepresentable: 'any' });
  const { $schema: _, $defs = {}, definitions = {}, ...whole } = renamed(made) as Described;
  const named = { ...$defs, ...definitions };
  // A schema with a name of its own comes as a reference to itself.
  const own = typeof whole['$ref'] === 'string' ? whole['$ref'].split('/').at(-1) : undefined;
  const root = (own === undefined ? undefined : named[own]) ?? whole;
  const { id: __, ...told } = root;
  for (const [name, { id: ___, ...definition }] of Object.entries(named)) {
    if (name !== own) schemas[name] ??= definition;
  }
  const examples: unknown = z.globalRegistry.get(schema)?.examples;
  // Of a form that is tidied up as it is read, the standard way leaves its example out.
  return Array.isArray(examples) && !('example' in told) ? { ...told, example: examples[0] as unknown } : told;
}

/** References within one schema become references within the document. */
function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === '$ref' && typeof member === 'string'
        ? member.replace(/^#\/(?:\$defs|definitions|components\/schemas)\//, '#/components/schemas/')
        : renamed(member),
    ]),
  );
}
