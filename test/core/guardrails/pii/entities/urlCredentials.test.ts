import { describe, expect, it } from '@jest/globals';
import { found } from '../support/found';

describe('URLs with credentials', () => {
  it.each([
    'https://ann:s3cret@example.com',
    'https://ann:s3cret@example.com:8443',
    'postgres://admin:s3cret@db.internal:5432',
    'mongodb+srv://u:p%40ss@cluster.example.net',
    'redis://:s3cret@localhost:6379',
    'ftp://ann:p@ss@example.com',
    'https://ann:s3cret@203.0.113.9',
    'https://ann:s3cret@[2001:db8::1]',
  ])('finds %s up to its host', (url) => {
    expect(found(`see ${url}/path?x=1 there`)).toEqual([`url_credentials: ${url}`]);
    expect(found(`(${url}).`)).toEqual([`url_credentials: ${url}`]);
  });

  it.each([
    'https://example.com/a:b',
    'https://example.com:8080/x',
    'https://${USER}:${PASSWORD}@example.com',
    'https://ann:***@example.com',
    'https://ann:[PASSWORD]@example.com',
    '://ann:s3cret@host',
    'https://ann@host',
    'https://:@host',
  ])('leaves %s alone', (url) => {
    expect(found(`see ${url} there`)).toEqual([]);
  });
});
