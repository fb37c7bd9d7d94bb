/** Generic top-level domains that links without a scheme end in; words that sentences and code have after a full stop are left out. */
const GENERIC =
  'com net org info biz edu gov mil int pro xyz top club vip online site website store shop app dev tech cloud digital ' +
  'agency media email icu click buzz fun games casino bet company systems solutions services host hosting space live ' +
  'life world news blog wiki guru ninja rocks lol wtf ink cam porn sexy adult xxx dating chat social bank finance ' +
  'loan loans credit money cash capital exchange market trade trading health care clinic academy school university ' +
  'events travel aero asia coop jobs mobi museum tel cat eus berlin london paris nyc tokyo amsterdam page onion ' +
  'cyou monster quest rest bond cfd sbs lat mom beauty autos boats homes yachts surf bid win review science stream ' +
  'racing download party men work works ltd gmbh inc llc law legal recipes pizza coffee photos studio design art';
const INTERNATIONAL =
  'рф укр бел ею мкд срб бг қаз 中国 中國 公司 网络 网址 香港 台湾 한국 ไทย भारत ایران مصر السعودية';

const TOP_LEVEL: ReadonlySet<string> = new Set([...GENERIC.split(' '), ...INTERNATIONAL.split(' ')]);

/** Countries' domains that files end in far more often than sites: a lone `README.md` is no link. */
const FILE_ENDINGS: ReadonlySet<string> = new Set('cc gz md ml mm pl pm ps py rs sc sh so tf ws'.split(' '));

/** `the end.It was` */
const MISSING_BLANK = /^[^.]+\.\p{Lu}\p{Ll}+$/u;

/** Whether a text's dotted words are a host's name by their ending: a country's two letters, or a known longer one. */
export function hasTopLevelDomain(host: string): boolean {
  if (MISSING_BLANK.test(host)) return false;
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length === 2 && FILE_ENDINGS.has(last)) return false;
  return /^(?:[a-z]{2}|xn--[a-z0-9-]{2,59})$/.test(last) || TOP_LEVEL.has(last);
}
