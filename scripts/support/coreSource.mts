import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const TEXT = /\.(?:b64|lua)$/;
const JSON_OF_CORE = /\/core\/.*\.json$/;

/**
 * Lets this process import core from its sources, as the bundler reads them: modules named without `.ts`, weights and
 * scripts as text. Static imports are resolved before this runs, so core has to be imported later, with `import()`.
 */
export function readCoreFromSource(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const url = specifier.startsWith('.') && new URL(`${specifier}.ts`, context.parentURL);
      return url && existsSync(fileURLToPath(url)) ? next(url.href, context) : next(specifier, context);
    },
    load(url, context, next) {
      if (TEXT.test(url)) {
        const text = readFileSync(fileURLToPath(url), 'utf8');
        return { format: 'module', shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
      }
      if (JSON_OF_CORE.test(url)) {
        const source = `export default ${readFileSync(fileURLToPath(url), 'utf8')};`;
        return { format: 'module', shortCircuit: true, source };
      }
      return /\/core\/.*\.ts$/.test(url)
        ? next(url, { ...context, format: 'module-typescript' })
        : next(url, context);
    },
  });
}
