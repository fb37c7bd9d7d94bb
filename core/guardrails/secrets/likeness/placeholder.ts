/** What stands where a secret would: words that ask for one, names of examples, filling. */
const PLACEHOLDER_WORD =
  /your|example|sample|placeholder|change[-_ ]?(?:me|this|it)|replace|insert|dummy|redacted|masked|\btodo\b|fixme|x{4}|\*{3}|\.{3}|…|•|#{4}|0{8}|[-_]here\b|put[-_]/i;

/** `<TOKEN>`, `${VAR}`, `$VAR`, `%VAR%`, `{{ value }}`, `{name}`, `[secret]`, `$(command)`, `:name`, `?`, `/pattern/`. */
const REFERENCE = /^(?:<|&lt;|\$(?:[{(]|\w+$)|%[A-Za-z_]+%$|\{|\[|:[a-z]\w*$|\?|\/[\^([\\])/;
/** `process.env.KEY`, `config.token`, `getSecret(...)`, `env[KEY]`, `os.environ`. */
const EXPRESSION =
  /^!?[A-Za-z_$][\w$]*(?:(?:\?*\.|->|::)[A-Za-z_$][\w$]*)*[([]|^[A-Za-z_$][\w$]*(?:\?*\.|->|::)[A-Za-z_$]/;

/** A value that only stands for a secret. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER_WORD.test(value) || REFERENCE.test(value) || new Set(value).size <= 3;
}

/** A value that code fills in when it runs. */
export function isExpression(value: string): boolean {
  return EXPRESSION.test(value);
}

/** The body of a key that nobody was given: filling, or characters counted up. */
export function isFilling(body: string): boolean {
  return isPlaceholder(body) || new Set(body).size * 6 < Math.min(body.length, 60) || isCountedUp(body);
}

/** `0123456789abcdef`, `ABCDEFGHIJ`: half of all characters follow the one before. */
function isCountedUp(body: string): boolean {
  let steps = 0;
  for (let index = 1; index < body.length; index += 1) {
    if (body.charCodeAt(index) - body.charCodeAt(index - 1) === 1) steps += 1;
  }
  return steps * 2 >= body.length;
}
