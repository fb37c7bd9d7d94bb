import { ALPHANUMERIC, ambiguous, distinct, LOWER_HEX, run, URL_SAFE } from './tokenFormat';

/** Clouds, databases and stores of secrets. */
export const cloudFormats = [
  ...distinct('aws_access_key_id', 'AKIA ASIA ABIA ACCA', run('A-Z0-9', 16)),
  ...distinct('aws_bedrock_api_key', 'ABSK', run(`${ALPHANUMERIC}+/=`, [100, 300])),
  ...distinct('google_api_key', 'AIza', run(URL_SAFE, 35)),
  ...distinct('google_oauth_token', 'ya29.', run(URL_SAFE, [20, 400])),
  ...distinct('google_oauth_secret', 'GOCSPX-', run(URL_SAFE, 28)),
  ...distinct('google_refresh_token', '1//0', run(URL_SAFE, [40, 200])),
  ...distinct('digitalocean_token', 'dop_v1_ doo_v1_ dor_v1_', run(LOWER_HEX, 64)),
  ...distinct(
    'cloudflare_origin_ca_key',
    'v1.0-',
    `[${LOWER_HEX}]{24}-[${LOWER_HEX}]{146}(?![${LOWER_HEX}])`,
  ),
  ...distinct('heroku_api_key', 'HRKU-', run(URL_SAFE, [36, 70])),
  ...distinct('alibaba_access_key_id', 'LTAI', run(ALPHANUMERIC, [12, 24])),
  ...ambiguous('tencent_secret_id', 'AKID', run(ALPHANUMERIC, [32, 36])),
  ...ambiguous('fly_access_token', 'fo1_', run(URL_SAFE, [40, 50])),
  ...distinct('fly_access_token', 'fm1r_ fm2_', run(`${ALPHANUMERIC}+/=_-`, [100, 400])),
  ...distinct('netlify_token', 'nfp_', run(ALPHANUMERIC, [36, 50])),
  ...distinct('vercel_token', 'vcp_ vci_ vca_ vcr_ vck_', run(ALPHANUMERIC, [24, 80])),
  ...distinct('vault_token', 'hvs. hvb. hvr.', run(URL_SAFE, [24, 300])),
  ...distinct(
    'doppler_token',
    'dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.',
    run(`${URL_SAFE}.`, [40, 80]),
  ),
  ...distinct('pulumi_access_token', 'pul-', run(LOWER_HEX, 40)),
  ...distinct('supabase_access_token', 'sbp_', run(LOWER_HEX, 40)),
  ...distinct('supabase_secret_key', 'sb_secret_', run(URL_SAFE, [24, 60])),
  ...distinct('planetscale_token', 'pscale_tkn_ pscale_pw_ pscale_oauth_', run(`${URL_SAFE}.=`, [32, 64])),
  ...distinct('databricks_token', 'dapi', `[${LOWER_HEX}]{32}(?:-\\d{1,2})?(?![${ALPHANUMERIC}])`),
  ...distinct('onepassword_service_token', 'ops_eyJ', run(`${URL_SAFE}=`, [200, 2_000])),
  ...distinct('age_secret_key', 'AGE-SECRET-KEY-1', run('A-Z0-9', 58)),
];
