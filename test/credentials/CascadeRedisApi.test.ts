import { describe, expect, it } from '@jest/globals';
import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import { CascadeRedisApi } from '../../credentials/CascadeRedisApi.credentials';
import { readRedisOptions } from '../../core/stores/redis/redisOptions';
import { redisOptionsOf } from '../../nodes/shared/redis/redisApi';

const credential = new CascadeRedisApi();

const named = (name: string): INodeProperties | undefined =>
  credential.properties.find((property) => property.name === name);

const untouched = Object.fromEntries(
  credential.properties.map((property) => [property.name, property.default]),
) as ICredentialDataDecryptedObject;

describe('the form', () => {
  it('leads to a Redis on this machine when it is left as it is', () => {
    const { server, prefix } = readRedisOptions(redisOptionsOf(untouched));
    expect({ server, prefix }).toEqual(readRedisOptions({}));
  });

  it('hides what is secret, and nothing else', () => {
    const hidden = credential.properties.filter(({ typeOptions }) => typeOptions?.password);
    expect(hidden.map(({ name }) => name)).toEqual(['password']);
  });

  it('describes every field, and gives an example where there is one to type in', () => {
    for (const { type, name, default: value, description = '', placeholder } of credential.properties) {
      expect(description.length).toBeGreaterThan(10);
      if (type === 'string' && name !== 'password') expect(placeholder).toMatch(/^e\.g\. /);
      expect(value).toBeDefined();
    }
  });

  it('asks only for what matters', () => {
    expect(named('database')?.displayOptions).toEqual({ show: { cluster: [false] } });
    expect(named('ignoreSslIssues')?.displayOptions).toEqual({ show: { ssl: [true] } });
    expect(named('ca')?.displayOptions).toEqual({ show: { ssl: [true], ignoreSslIssues: [false] } });
  });

  it('is read field by field', () => {
    const filled = {
      host: ' redis.example.com ',
      port: 6380,
      user: 'ann',
      password: 'secret',
      database: 7,
      ssl: true,
      ca: 'PEM',
      cluster: false,
      prefix: 'shop',
    };
    expect(readRedisOptions(redisOptionsOf({ ...untouched, ...filled }))).toMatchObject({
      prefix: 'shop',
      server: {
        host: 'redis.example.com',
        port: 6380,
        username: 'ann',
        password: 'secret',
        database: 7,
        tls: { rejectUnauthorized: true, ca: 'PEM' },
        cluster: false,
      },
    });
  });

  it.each<[string, ICredentialDataDecryptedObject, object]>([
    ['a database in cluster mode', { cluster: true, database: 7 }, { cluster: true, database: 0 }],
    ['a certificate without TLS', { ssl: false, ca: 'PEM' }, { tls: undefined }],
    [
      'a trust in every certificate',
      { ssl: true, ignoreSslIssues: true },
      { tls: { rejectUnauthorized: false } },
    ],
    ['numbers that expressions give as texts', { port: '6380', database: '3' }, { port: 6380, database: 3 }],
  ])('is read with %s', (_, given, expected) => {
    expect(readRedisOptions(redisOptionsOf({ ...untouched, ...given })).server).toMatchObject(expected);
  });
});
