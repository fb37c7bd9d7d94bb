import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MariaDbServer } from '../../../scripts/servers/mariaDbServer.mts';
import { PostgresServer } from '../../../scripts/servers/postgresServer.mts';

const kinds = [
  { title: 'PostgreSQL', Server: PostgresServer, sign: /^PostgreSQL \d/ },
  { title: 'MariaDB', Server: MariaDbServer, sign: /-MariaDB/ },
];

describe.each(kinds)('a $title server', ({ Server, sign }) => {
  let server: PostgresServer | MariaDbServer;

  beforeAll(async () => {
    server = await Server.start();
  }, 60_000);

  afterAll(() => server.stop());

  it('is what it says', async () => {
    const [[version] = []] = await server.query('SELECT version()');
    expect(version).toMatch(sign);
  });

  it('runs several statements and gives back rows as they were stored', async () => {
    const rows = await server.query(`
      CREATE TABLE users (id INT PRIMARY KEY, note TEXT);
      INSERT INTO users VALUES (1, 'tab\tand\nline'), (2, ''), (3, NULL), (4, 'Zoë ☕');
      SELECT id, note FROM users ORDER BY id;`);
    expect(rows).toEqual([
      ['1', 'tab\tand\nline'],
      ['2', ''],
      ['3', 'NULL'],
      ['4', 'Zoë ☕'],
    ]);
  });

  it('tells no row from one empty field', async () => {
    expect(await server.query("SELECT '' WHERE 1 = 0")).toEqual([]);
    expect(await server.query("SELECT ''")).toEqual([['']]);
  });

  it('fails with the words of the server', async () => {
    await expect(server.query('SELECT * FROM nowhere')).rejects.toThrow(/nowhere.* (exist|found)/);
  });

  it('frees its port when it is stopped', async () => {
    const another = await Server.start();
    const { host, port } = another.connection;
    await another.stop();
    await expect(once(connect(port, host), 'connect')).rejects.toThrow(/ECONNREFUSED/);
  }, 60_000);
});
