import { Redis } from 'ioredis';
import type { CredentialDefinition } from '../../../../scripts/n8n/api.mts';
import { MariaDbServer } from '../../../../scripts/servers/mariaDbServer.mts';
import { PostgresServer } from '../../../../scripts/servers/postgresServer.mts';
import { RedisServer } from '../../../../scripts/servers/redisServer.mts';
import { API_KEY, RowServer } from './rowServer';
import { seedSql } from './sql';
import { SUPABASE_KEY, supabaseServer } from './supabaseServer';
import type { Row, Table } from './tables';

type Tables = ReadonlyMap<string, Table>;

/** The servers that n8n can read the tables from. */
export interface Databases {
  readonly redis: RedisServer;
  readonly http: RowServer;
  /** What n8n needs to reach them, named as the examples name it. */
  readonly credentials: readonly CredentialDefinition[];
  stop(): Promise<void>;
}

export async function startDatabases(tables: Tables): Promise<Databases> {
  const supabase = supabaseServer(tables);
  const [postgres, mariaDb, redis, http] = await Promise.all([
    PostgresServer.start(),
    MariaDbServer.start(),
    RedisServer.start(),
    RowServer.start(tables),
    supabase.listen(),
  ]);
  await Promise.all([
    postgres.query(seedSql('postgres', tables)),
    mariaDb.query(seedSql('mysql', tables)),
    fillRedis(redis, tables),
  ]);
  const project = { host: supabase.origin, serviceRole: SUPABASE_KEY };
  const apiKey = { name: API_KEY.header, value: API_KEY.value };
  return {
    redis,
    http,
    credentials: [
      { name: 'Postgres account', type: 'postgres', data: { ...postgres.connection, ssl: 'disable' } },
      { name: 'MySQL account', type: 'mySql', data: { ...mariaDb.connection, ssl: false } },
      { name: 'Redis account', type: 'redis', data: { host: '127.0.0.1', port: redis.port, database: 0 } },
      { name: 'Supabase account', type: 'supabaseApi', data: project },
      { name: 'Profile API', type: 'httpHeaderAuth', data: apiKey },
    ],
    stop: async () => {
      await Promise.all([postgres.stop(), mariaDb.stop(), redis.stop(), http.stop(), supabase.stop()]);
    },
  };
}

/** A hash for each row, which has no field for what is not set, and the tier of each user by itself. */
async function fillRedis({ url }: RedisServer, tables: Tables): Promise<void> {
  const client = new Redis(url);
  try {
    for (const row of tables.get('customers')?.rows ?? []) {
      await client.hset(`customers:${String(row['customer_ref'])}`, fieldsOf(row));
    }
    for (const row of tables.get('user_profiles')?.rows ?? []) {
      const userId = String(row['user_id']);
      await client.hset(`user_profiles:${userId}`, fieldsOf(row));
      if (row['tier'] !== null) await client.set(`tier:${userId}`, String(row['tier']));
    }
  } finally {
    client.disconnect();
  }
}

function fieldsOf(row: Row): Map<string, string> {
  const given = Object.entries(row).filter(([, cell]) => cell !== null);
  return new Map(given.map(([name, cell]) => [name, String(cell)]));
}
