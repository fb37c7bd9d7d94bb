/** Keys are put together when the tests run, so that nothing in this repository looks like one. */
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

const ALPHANUMERIC = LOWER.toUpperCase() + LOWER + DIGITS;
export const HEX = '0123456789abcdef';
const CAPITALS = `${LOWER.toUpperCase()}234567`;
export const BASE64 = `${ALPHANUMERIC}+/`;
const URL_SAFE = `${ALPHANUMERIC}-_`;

/** Characters that look drawn at random, the same in each run; another seed, other characters. */
export function random(length: number, alphabet = ALPHANUMERIC, seed = 1): string {
  let state = (length * 7919 + seed * 104_729) >>> 0;
  let drawn = '';
  while (drawn.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    drawn += alphabet.charAt((state >>> 12) % alphabet.length);
  }
  return drawn;
}

export const put = (...parts: readonly string[]) => parts.join('');

const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');
const payload = Buffer.from('{"sub":"41","name":"Ann"}').toString('base64url');

export const jsonWebToken = put(header, '.', payload, '.', random(43, URL_SAFE));

/** As OpenSSL writes it. */
export function privateKey(kind = 'RSA ', lines = 8): string {
  const body = Array.from({ length: lines }, (_, line) => random(64, BASE64, line + 1));
  return put(
    '-----BEGIN ',
    kind,
    'PRIVATE KEY-----\n',
    body.join('\n'),
    '\n',
    random(30, BASE64),
    '==\n-----END ',
    kind,
    'PRIVATE KEY-----',
  );
}

const hex = (length: number) => random(length, HEX);
const uuid = [8, 4, 4, 4, 12].map((length) => hex(length)).join('-');

/** By the type that they are found as; several of a type where there are several formats. */
export const KEYS: readonly (readonly [type: string, key: string])[] = [
  ['openai_api_key', put('s', 'k-', random(48))],
  ['openai_api_key', put('s', 'k-proj-', random(120, URL_SAFE))],
  ['openai_api_key', put('s', 'k-svcacct-', random(60, URL_SAFE))],
  ['anthropic_api_key', put('s', 'k-ant-api03-', random(93, URL_SAFE), 'AA')],
  ['openrouter_api_key', put('s', 'k-or-v1-', hex(64))],
  ['hugging_face_token', put('h', 'f_', random(34))],
  ['replicate_api_token', put('r', '8_', random(37))],
  ['groq_api_key', put('gs', 'k_', random(52))],
  ['perplexity_api_key', put('ppl', 'x-', random(48))],
  ['xai_api_key', put('xa', 'i-', random(80))],
  ['nvidia_api_key', put('nv', 'api-', random(64, URL_SAFE))],
  ['langsmith_api_key', put('lsv2', '_pt_', hex(32), '_', hex(10))],
  ['pinecone_api_key', put('pc', 'sk_', random(70))],
  ['tavily_api_key', put('tv', 'ly-', random(32))],
  ['elevenlabs_api_key', put('s', 'k_', hex(48))],
  ['aws_access_key_id', put('AK', 'IA', random(16, CAPITALS))],
  ['aws_access_key_id', put('AS', 'IA', random(16, CAPITALS))],
  ['google_api_key', put('AI', 'za', random(35, URL_SAFE))],
  ['google_oauth_token', put('ya', '29.', random(80, URL_SAFE))],
  ['google_oauth_secret', put('GOC', 'SPX-', random(28))],
  ['digitalocean_token', put('do', 'p_v1_', hex(64))],
  ['netlify_token', put('nf', 'p_', random(36))],
  ['vault_token', put('hv', 's.', random(95))],
  ['doppler_token', put('dp', '.pt.', random(43))],
  ['pulumi_access_token', put('pu', 'l-', hex(40))],
  ['supabase_access_token', put('sb', 'p_', hex(40))],
  ['supabase_secret_key', put('sb', '_secret_', random(31))],
  ['planetscale_token', put('psca', 'le_tkn_', random(43))],
  ['databricks_token', put('da', 'pi', hex(32), '-2')],
  ['age_secret_key', put('AGE-SEC', 'RET-KEY-1', random(58, 'ACDEFGHJKLMNPQRSTUVWXYZ023456789'))],
  ['github_token', put('gh', 'p_', random(36))],
  ['github_token', put('gh', 'o_', random(36))],
  ['github_token', put('gh', 's_', random(36))],
  ['github_fine_grained_token', put('github', '_pat_', random(22), '_', random(59))],
  ['gitlab_token', put('gl', 'pat-', random(20))],
  ['gitlab_token', put('gl', 'rt-', random(20))],
  ['npm_token', put('np', 'm_', random(36))],
  ['pypi_token', put('py', 'pi-AgEIcHlwaS5vcmc', random(120, URL_SAFE))],
  ['rubygems_api_key', put('ruby', 'gems_', hex(48))],
  ['docker_token', put('dc', 'kr_pat_', random(27, URL_SAFE))],
  ['atlassian_api_token', put('ATA', 'TT3', random(184, URL_SAFE))],
  ['sonar_token', put('sq', 'p_', hex(40))],
  ['postman_api_key', put('PM', 'AK-', hex(24), '-', hex(34))],
  ['figma_token', put('fi', 'gd_', random(40))],
  ['grafana_token', put('gl', 'sa_', random(32), '_', hex(8))],
  ['new_relic_key', put('NR', 'AK-', random(27, CAPITALS))],
  ['linear_api_key', put('li', 'n_api_', random(40))],
  ['notion_token', put('nt', 'n_', random(46))],
  ['airtable_token', put('pa', 't', random(14), '.', hex(64))],
  ['n8n_api_key', put('n8', 'n_api_', hex(80))],
  ['stripe_secret_key', put('s', 'k_live_', random(24))],
  ['stripe_secret_key', put('s', 'k_test_', random(99))],
  ['stripe_restricted_key', put('r', 'k_live_', random(24))],
  ['stripe_webhook_secret', put('wh', 'sec_', random(32))],
  ['square_access_token', put('sq0', 'atp-', random(22))],
  ['shopify_token', put('shp', 'at_', hex(32))],
  ['plaid_access_token', put('access', '-production-', uuid)],
  ['slack_token', put('xo', 'xb-', random(12, DIGITS), '-', random(12, DIGITS), '-', random(24))],
  ['slack_token', put('xo', 'xp-', random(12, DIGITS), '-', random(12, DIGITS), '-', hex(32))],
  ['slack_app_token', put('xa', 'pp-1-A', random(10, CAPITALS), '-', random(13, DIGITS), '-', hex(64))],
  ['sendgrid_api_key', put('S', 'G.', random(22), '.', random(43))],
  ['mailgun_api_key', put('ke', 'y-', hex(32))],
  ['brevo_api_key', put('xke', 'ysib-', hex(64), '-', random(16))],
  ['twilio_api_key', put('S', 'K', hex(32))],
  ['hubspot_token', put('pa', 't-na1-', uuid)],
  ['telegram_bot_token', put(random(10, '123456789'), ':AA', random(33, URL_SAFE))],
  ['azure_account_key', put(random(86, BASE64), '==')],
  ['azure_client_secret', put(random(3), '8Q~', random(34))],
  ['discord_bot_token', put('M', random(25), '.', random(6), '.', random(38))],
  ['mailchimp_api_key', put(hex(32), '-us14')],
  ['json_web_token', jsonWebToken],
  ['private_key', privateKey()],
  ['private_key', privateKey('OPENSSH ')],
  ['private_key', privateKey('')],
];
