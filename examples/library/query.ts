/**
 * All that the examples ask of a database: run a statement, give the rows. Wrap the client you have, e.g.
 * `(sql, parameters) => pool.query(sql, parameters).then(({ rows }) => rows)`. The placeholders are those of SQLite
 * and MySQL, `?`; PostgreSQL wants `$1`.
 */
export type Query = (sql: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>;

export type Row = Readonly<Record<string, unknown>>;
