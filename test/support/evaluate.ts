import { runInNewContext } from 'node:vm';

/** What an expression of n8n (`={{ ... }}`) comes to, as plain JSON data. @throws SyntaxError when it is none */
export function evaluate(expression: string, names: Readonly<Record<string, unknown>>): unknown {
  const [, code] = /^=\{\{([\s\S]*)\}\}$/.exec(expression) ?? [];
  // n8n ends an expression at the first pair of closing braces.
  if (code === undefined || code.includes('}}')) throw new SyntaxError(`Not one expression: ${expression}`);
  const value: unknown = runInNewContext(`(${code})`, { ...names });
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
