import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Reading and writing rows of entities by plain SQL. TypeORM's finders take longer than the statement that they build,
 * and what passes here is what somebody waits for with her hand on the button.
 */

/** `rest` is what follows `from <table>`, with `$1` for the first of the parameters. */
export async function readRows<T extends ObjectLiteral>(
  em: EntityManager,
  target: EntityTarget<T>,
  rest: string,
  parameters: readonly unknown[],
): Promise<T[]> {
  const shape = shapeOf(em, target);
  const rows: Row[] = await em.query(`select ${listed(shape, 'a')} from "${shape.tableName}" as a ${rest}`, [
    ...parameters,
  ]);
  return rows.map((row) => entityOf(shape, 'a', row));
}

/** Rows of two tables as they are at one moment; `rest` joins and chooses them, by the names `a` and `b`. */
export async function readPairs<A extends ObjectLiteral, B extends ObjectLiteral>(
  em: EntityManager,
  targets: readonly [EntityTarget<A>, EntityTarget<B>],
  rest: string,
  parameters: readonly unknown[],
): Promise<[A, B][]> {
  const [a, b] = [shapeOf(em, targets[0]), shapeOf(em, targets[1])];
  const from = `from "${a.tableName}" as a join "${b.tableName}" as b`;
  const rows: Row[] = await em.query(`select ${listed(a, 'a')}, ${listed(b, 'b')} ${from} ${rest}`, [...parameters]);
  return rows.map((row) => [entityOf(a, 'a', row), entityOf(b, 'b', row)]);
}

/**
 * The statement that writes the members that are given; its parameters are added to `parameters`. `computed` are members
 * whose value the database works out.
 */
export function updateOf<T extends ObjectLiteral & { id: string }>(
  em: EntityManager,
  target: EntityTarget<T>,
  id: string,
  values: Partial<T>,
  parameters: unknown[],
  computed: Readonly<Record<string, string>> = {},
): string {
  const { columns, tableName } = shapeOf(em, target);
  const sets: string[] = [];
  for (const { propertyName, databaseName, to } of columns) {
    if (propertyName in computed) sets.push(`"${databaseName}" = ${computed[propertyName]}`);
    else if (propertyName in values) sets.push(`"${databaseName}" = $${parameters.push(to(values[propertyName]))}`);
  }
  return `update "${tableName}" set ${sets.join(', ')} where id = $${parameters.push(id)}`;
}

/** The same for a new row; what is left out is as the table has it. */
export function insertOf<T extends ObjectLiteral>(
  em: EntityManager,
  target: EntityTarget<T>,
  values: Partial<T>,
  parameters: unknown[],
): string {
  const { columns, tableName } = shapeOf(em, target);
  const given = columns.filter(({ propertyName }) => values[propertyName] !== undefined);
  const names = given.map(({ databaseName }) => `"${databaseName}"`);
  const places = given.map(({ propertyName, to }) => `$${parameters.push(to(values[propertyName]))}`);
  return `insert into "${tableName}" (${names.join(', ')}) values (${places.join(', ')})`;
}

type Row = Record<string, unknown>;

function listed({ columns }: Shape<ObjectLiteral>, name: string): string {
  return columns
    .map(({ databaseName, cast }) => `${name}."${databaseName}"${cast} as "${name}_${databaseName}"`)
    .join(', ');
}

function entityOf<T extends ObjectLiteral>({ columns, create }: Shape<T>, name: string, row: Row): T {
  const entity: Row = create();
  for (const { propertyName, databaseName, from } of columns) {
    entity[propertyName] = from(row[`${name}_${databaseName}`]);
  }
  return entity as T;
}

interface Column {
  propertyName: string;
  databaseName: string;
  /** A day is read as it is written: a driver makes an instant of it, at midnight wherever the machine stands. */
  cast: '' | '::text';
  from: (value: unknown) => unknown;
  to: (value: unknown) => unknown;
}

interface Shape<T> {
  tableName: string;
  columns: readonly Column[];
  create: () => T;
}

const shapes = new WeakMap<object, Shape<ObjectLiteral>>();

function shapeOf<T extends ObjectLiteral>(em: EntityManager, target: EntityTarget<T>): Shape<T> {
  const metadata = em.connection.getMetadata(target);
  let shape = shapes.get(metadata);
  if (!shape) {
    const same = (value: unknown) => value;
    shape = {
      tableName: metadata.tableName,
      columns: metadata.columns.map(({ propertyName, databaseName, transformer, type }) => {
        const [one] = [transformer].flat();
        const cast = type === 'date' ? '::text' : '';
        return { propertyName, databaseName, cast, from: one?.from ?? same, to: one?.to ?? same } as Column;
      }),
      create: () => metadata.create() as ObjectLiteral,
    };
    shapes.set(metadata, shape);
  }
  return shape as Shape<T>;
}
