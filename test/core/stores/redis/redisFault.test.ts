import { describe, expect, it } from '@jest/globals';
import { redisFault } from '../../../../core/stores/redis/connection/redisFault';
import { readRedisOptions } from '../../../../core/stores/redis/redisOptions';

/** As ioredis gives an error that Redis answered. */
const reply = (message: string) => Object.assign(new Error(message), { name: 'ReplyError' });

const { server } = readRedisOptions({ host: 'cache', password: 'hush' });

/** What Redis answers where no test can bring it to: these are its own words. */
const answers: [answer: string, message: string][] = [
  [
    'LOADING Redis is loading the dataset in memory',
    'Redis at cache:6379 is there, but cannot serve at this moment',
  ],
  [
    "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
    'Redis at cache:6379 is there, but cannot serve at this moment',
  ],
  [
    'BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.',
    'Redis at cache:6379 is there, but cannot serve at this moment',
  ],
  ['ERR max number of clients reached', 'Redis at cache:6379 is there, but cannot serve at this moment'],
  [
    'MISCONF Redis is configured to save RDB snapshots, but it is currently not able to persist on disk.',
    'Redis at cache:6379 takes no writes at this moment',
  ],
  [
    'DENIED Redis is running in protected mode because protected mode is enabled',
    'Redis at cache:6379 serves only its own machine',
  ],
  ['ERR invalid password', 'Redis at cache:6379 refuses the user name or the password'],
];

describe('what Redis answers', () => {
  it.each(answers)('%s', (answer, message) => {
    expect(redisFault(reply(answer), server)).toMatchObject({ code: 'STORE_UNAVAILABLE', message });
  });

  it('is about the command when it is about nothing else', () => {
    expect(redisFault(reply('ERR unknown command'), server)).toMatchObject({
      code: 'REDIS_REFUSED',
      reply: 'ERR',
      message: 'Redis refused a command: ERR unknown command',
    });
  });

  it('is told without the arguments of the command', () => {
    const answer = reply("ERR unknown command 'AUTH', with args beginning with: 'ann' 'hush' ");
    expect(redisFault(answer, server).message).toBe("Redis refused a command: ERR unknown command 'AUTH'");
  });
});

describe('what breaks on the way', () => {
  it.each([
    [
      'a closed network',
      { code: 'ENETUNREACH' },
      'Redis at cache:6379 cannot be reached: no network leads there',
    ],
    [
      'another protocol',
      { code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
      'does not speak the TLS that was asked for',
    ],
    ['an expired certificate', { code: 'CERT_HAS_EXPIRED' }, 'shows a TLS certificate that is not trusted'],
    ['a certificate of another host', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'is not trusted'],
    [
      'a server in the middle of another talk',
      { message: 'Unknown RESP type 21' },
      'broke the connection off',
    ],
  ])('is explained for %s', (_, error, message) => {
    const fault = redisFault(Object.assign(new Error('It broke'), error), server);
    expect(fault).toMatchObject({ code: 'STORE_UNAVAILABLE', message: expect.stringContaining(message) });
  });

  it.each([
    ['an error', new TypeError('x is not a function'), 'TypeError x is not a function'],
    ['anything else', 'nonsense', 'nonsense'],
  ])('is passed on as it is for %s that nobody foresaw', (_, thrown, said) => {
    expect(redisFault(thrown, server).message).toBe(`Redis at cache:6379 cannot be used: ${said}`);
  });

  it('says where, for an IPv6 address too', () => {
    const local = readRedisOptions({ host: '::1' }).server;
    expect(redisFault(new Error('connect ECONNREFUSED'), local).message).toBe(
      'Redis at [::1]:6379 refuses connections',
    );
  });
});
