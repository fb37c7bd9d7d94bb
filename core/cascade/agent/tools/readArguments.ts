/** What a model wrote as the arguments of a call. */
export type ReadArguments =
  | {
      readonly readable: true;
      readonly args: Readonly<Record<string, unknown>>;
      /** The same as JSON without blanks. */
      readonly canonical: string;
    }
  | { readonly readable: false; readonly fault: string };

/** No arguments at all are the empty object: some models write nothing for a tool that takes none. */
export function readArguments(written: string): ReadArguments {
  const json = parsed(written.trim() === '' ? '{}' : written);
  if (!json) return { readable: false, fault: 'are not readable JSON' };
  return isObject(json.value)
    ? { readable: true, args: json.value, canonical: json.canonical }
    : { readable: false, fault: 'are not a JSON object' };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is nested too deeply to be written again is not readable either: nobody could follow it. */
function parsed(json: string): { value: unknown; canonical: string } | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return { value, canonical: JSON.stringify(value) };
  } catch {
    return undefined;
  }
}
