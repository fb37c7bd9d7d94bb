import { Redis } from 'ioredis';

/** Looks at a server from outside. */
export class Observer {
  readonly redis: Redis;

  constructor(url: string) {
    this.redis = new Redis(url, { connectionName: 'observer' });
  }

  /** How many connections the server has, apart from this one. */
  async connections(): Promise<number> {
    const list = String(await this.redis.client('LIST'));
    return list.split('\n').filter((line) => line !== '' && !line.includes('name=observer')).length;
  }

  /** How often a command was carried out since the server started. */
  async calls(command: string): Promise<number> {
    const statistics = await this.redis.info('commandstats');
    return Number(new RegExp(`^cmdstat_${command}:calls=(\\d+)`, 'm').exec(statistics)?.[1] ?? 0);
  }

  close(): void {
    this.redis.disconnect();
  }
}
