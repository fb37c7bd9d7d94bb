import type { Signal } from '../signal';
import { codeBlocksOf } from './code/blocks';

/** By what fences call them: languages whose code does for one another. */
const families: ReadonlyMap<string, string> = new Map(
  Object.entries({
    javascript: 'javascript js jsx mjs cjs node typescript ts tsx react vue svelte html',
    python: 'python py python3 ipython jupyter django flask',
    sql: 'sql mysql postgresql postgres sqlite tsql plsql plpgsql bigquery',
    bash: 'bash sh shell zsh console terminal shellscript',
    powershell: 'powershell ps1 ps',
    java: 'java',
    kotlin: 'kotlin kt',
    'c#': 'c# csharp cs',
    c: 'c c++ cpp cc h hpp',
    go: 'go golang',
    rust: 'rust rs',
    php: 'php',
    ruby: 'ruby rb',
    swift: 'swift',
    r: 'r',
  }).flatMap(([family, names]) => names.split(' ').map((name) => [name, family] as const)),
);

/** Whoever names one of these as the language to write in wants no other. */
const named =
  /(?<![\p{L}\p{N}.])(?:(?<called>javascript|typescript|python|sql|bash|powershell|java|kotlin|c#|c\+\+|golang|rust|php|ruby|swift)(?![\p{L}\p{N}+#]))/gu;
const asksForCode =
  /(?<!\p{L})(?:write|show|give|create|implement|make|generate|code|script|function|program|query|class|snippet|schreib|zeig|erstell|écris|montre|crée|escribe|muestra|crea|scrivi|mostra|escreva|crie|schrijf|napisz|напиши|покажи|yaz)/u;
const HEAD = 600;

/** The code of the draft is in another programming language than the one that was asked for. */
export const codeLanguage: Signal = ({ query, text }) => {
  if (!text.includes('```')) return undefined;
  const head = query.slice(0, HEAD).toLowerCase();
  if (query.includes('```') || !asksForCode.test(head)) return undefined;
  const asked = familiesOf([...head.matchAll(named)].map(({ groups }) => groups?.['called'] ?? ''));
  const given = familiesOf(codeBlocksOf(text).map(({ language }) => language));
  const [wanted] = asked;
  if (wanted === undefined || asked.size !== 1 || given.size === 0 || given.has(wanted)) return undefined;
  return {
    strength: 1,
    reason: `the question asks for ${wanted} and the code is in ${[...given].join(', ')}`,
  };
};

function familiesOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => families.get(name) ?? []));
}
