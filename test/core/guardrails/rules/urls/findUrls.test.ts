import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findUrls } from '../../../../../core/guardrails/rules/urls/findUrls';

const written = (text: string) => findUrls(text).map((url) => url.written);

describe('findUrls', () => {
  it.each<[string, string[]]>([
    ['See https://a.example/x?y=1#z.', ['https://a.example/x?y=1#z']],
    ['(https://a.example/b_(c)), "https://d.example!"', ['https://a.example/b_(c)', 'https://d.example']],
    ['[https://a.example](https://b.example)', ['https://a.example', 'https://b.example']],
    ["'https://a.example','https://b.example'", ['https://a.example', 'https://b.example']],
    ['https://a.example/1,https://b.example', ['https://a.example/1', 'https://b.example']],
    ['https://a.example/?u=https://b.example', ['https://a.example/?u=https://b.example']],
    ['Mail:HTTPS://A.EXAMPLE', ['HTTPS://A.EXAMPLE']],
    [
      'https:a.example http:/b.example https:\\\\c.example',
      ['https:a.example', 'http:/b.example', 'https:\\\\c.example'],
    ],
    ['http://[2001:db8::1]:8080/x', ['http://[2001:db8::1]:8080/x']],
    ['https://u:p@a.example', ['https://u:p@a.example']],
    ['slack://open wss://a.example', ['slack://open', 'wss://a.example']],
    ['javascript:alert(1) vbscript:x', ['javascript:alert(1)', 'vbscript:x']],
    ['<a href="javascript: alert(1)">', ['javascript: alert(1)']],
    ['data:text/html;base64,PGI+ data:,x', ['data:text/html;base64,PGI+', 'data:,x']],
    ['mailto:jo@a.example', ['mailto:jo@a.example']],
    ['example.com, www.example.anything', ['example.com', 'www.example.anything']],
    ['evil.xyz evil.co.uk xn--e1afmkfd.xn--p1ai', ['evil.xyz', 'evil.co.uk', 'xn--e1afmkfd.xn--p1ai']],
    ['see:evil.com href=evil.com (evil.com)', ['evil.com', 'evil.com', 'evil.com']],
    ['evil.com:8080/x evil.internal/y', ['evil.com:8080/x', 'evil.internal/y']],
    ['![](//evil.com/x.png)', ['//evil.com/x.png']],
    ['пример.рф/путь münchen.de', ['пример.рф/путь', 'münchen.de']],
    ['evil。com ｅｖｉｌ．ｃｏｍ ev\u200bil.com', ['evil.com', 'evil.com', 'evil.com']],
    ['203.0.113.7 and 203.0.113.7:80/x', ['203.0.113.7', '203.0.113.7:80/x']],
  ])('in %j', (text, expected) => {
    expect(written(text)).toEqual(expected);
  });

  it.each([
    'JavaScript: the good parts, data: the results, http: and https://',
    'jo@evil.com, path/to/file.com, C:\\x.com',
    'README.md main.py run.sh file.txt',
    'e.g. this, i.e. that. Mr.Smith, the end.It was',
    'v1.2.3.4, 1.2.3, 3.14, 1.5/2, and/or',
    'console.log(user.name)',
    '',
  ])('none in %j', (text) => {
    expect(written(text)).toEqual([]);
  });

  it('finds none inside another, and stays within the text', () => {
    const piece = fc.constantFrom(
      'https://',
      'a.com',
      '/',
      '.',
      ',',
      '(',
      ')',
      '[',
      '"',
      '@',
      'javascript:',
      ' ',
      '\u200b',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of findUrls(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
