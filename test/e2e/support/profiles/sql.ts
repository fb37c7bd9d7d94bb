import type { Cell, ColumnType, Table } from './tables';

export type Dialect = 'postgres' | 'mysql';

const types: Readonly<Record<Dialect, Readonly<Record<ColumnType, string>>>> = {
  postgres: { text: 'TEXT', integer: 'INTEGER', money: 'NUMERIC(12, 2)', json: 'JSONB', time: 'TIMESTAMPTZ' },
  mysql: { text: 'VARCHAR(255)', integer: 'INT', money: 'DECIMAL(12, 2)', json: 'JSON', time: 'DATETIME' },
};

/** Statements that make the tables with their rows. */
export function seedSql(dialect: Dialect, tables: ReadonlyMap<string, Table>): string {
  return [...tables].flatMap(([name, table]) => statements(dialect, name, table)).join('\n');
}

function statements(dialect: Dialect, name: string, { columns, rows }: Table): string[] {
  const names = Object.keys(columns);
  const defined = Object.entries(columns).map(([column, type]) => `${column} ${types[dialect][type]}`);
  const values = rows.map((row) => {
    const cells = names.map((column) => literal(dialect, columns[column], row[column] ?? null));
    return `(${cells.join(', ')})`;
  });
  return [
    `CREATE TABLE ${name} (${defined.join(', ')});`,
    `INSERT INTO ${name} (${names.join(', ')}) VALUES ${values.join(', ')};`,
  ];
}

function literal(dialect: Dialect, type: ColumnType | undefined, cell: Cell): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'number') return String(cell);
  const quoted = `'${cell.replaceAll("'", "''")}'`;
  if (dialect === 'postgres') return quoted;
  return type === 'time' ? quoted.replace('T', ' ').replace('Z', '') : quoted.replaceAll('\\', '\\\\');
}
