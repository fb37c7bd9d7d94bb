import { describe, expect, it } from '@jest/globals';
import { userMessage } from '../../../../core/cascade/agent/images';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';

const web = 'https://example.org/cat.png';
const inline = 'data:image/png;base64,iVBORw0KGgo=';

function refusalOf(images: readonly string[]): InvalidParameterError {
  try {
    userMessage('What is this?', images);
  } catch (error) {
    if (error instanceof InvalidParameterError) return error;
  }
  throw new Error('It should have been refused');
}

describe('userMessage', () => {
  it('is a plain text without images', () => {
    expect(userMessage('Hello')).toEqual({ role: 'user', content: 'Hello' });
    expect(userMessage('Hello', [])).toEqual({ role: 'user', content: 'Hello' });
  });

  it('puts images after the text, in their order', () => {
    const content = [
      { type: 'text', text: 'What is this?' },
      { type: 'image', url: web },
      { type: 'image', url: inline },
    ];
    expect(userMessage('What is this?', [web, inline])).toEqual({ role: 'user', content });
    expect(userMessage([{ type: 'text', text: 'What is this?' }], [web, inline])).toEqual({
      role: 'user',
      content,
    });
    expect(
      userMessage(
        [
          { type: 'text', text: 'What is this?' },
          { type: 'image', url: web },
        ],
        [inline],
      ),
    ).toEqual({
      role: 'user',
      content,
    });
  });

  it.each([
    inline,
    'DATA:IMAGE/JPEG;BASE64,AAAA',
    'data:image/svg+xml,%3Csvg/%3E',
    'data:image/svg+xml;charset=utf-8,%3Csvg/%3E',
    'data:image/vnd.microsoft.icon;base64,AAAA',
    'HTTPS://example.org/a',
  ])('takes %s', (url) => {
    expect(userMessage('What is this?', [url]).content).toContainEqual({ type: 'image', url });
  });

  it.each([
    '',
    'http://example.org/cat.png',
    'https://',
    'ftp://example.org/cat.png',
    'file:///etc/passwd',
    '/cat.png',
    'iVBORw0KGgo=',
    'data:text/html;base64,AAAA',
    'data:image/;base64,AAAA',
    'data:image/png;base64',
    'data:image/png;base64,',
    'data:,image/png',
    `data:image/${'p'.repeat(200)};base64,AAAA`,
  ])('refuses %s and says which it was', (url) => {
    const error = refusalOf([web, url]);
    expect(error.parameter).toBe('images.1');
    expect(error.message).toMatch(/must be an https: URL, or a data: URL with an image\/\.\.\. type$/);
  });

  it('refuses one image too many', () => {
    const twenty = Array.from({ length: 20 }, () => web);
    expect(userMessage('What are these?', twenty).content).toHaveLength(21);
    expect(refusalOf([...twenty, web]).message).toBe(
      'Parameter "images" is a list of 21, but must be a list of at most 20 images',
    );
  });

  it('refuses an image of more than 20 MB, and quotes little of it', () => {
    const prefix = 'data:image/png;base64,';
    const largest = prefix + 'A'.repeat(Math.floor((20_000_000 * 4) / 3));
    expect(userMessage('What is this?', [largest]).content).toHaveLength(2);
    const error = refusalOf([`${largest}AAAA`]);
    expect(error.parameter).toBe('images.0');
    expect(error.message).toContain('an image of at most 20 MB');
    expect(error.message.length).toBeLessThan(200);
    expect(refusalOf([prefix + 'A'.repeat(40_000_000)]).message).toContain('(it has 30 MB)');
    expect(refusalOf([`data:image/svg+xml,${'x'.repeat(20_000_001)}`]).message).toContain('at most 20 MB');
  });
});
