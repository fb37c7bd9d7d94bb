import { hasBase62Checksum } from './checksum';
import { ALPHANUMERIC, ambiguous, distinct, LOWER_HEX, run, URL_SAFE } from './tokenFormat';

const checked = (type: string, prefixes: string) =>
  distinct(type, prefixes, run(ALPHANUMERIC, 36)).map((format) => ({
    ...format,
    checksum: hasBase62Checksum,
  }));

/** Hosts of code and packages, build services, tools of developers. */
export const codeFormats = [
  ...checked('github_token', 'ghp_ gho_ ghu_ ghr_'),
  ...distinct('github_token', 'ghs_', run(`${URL_SAFE}.`, [36, 1_000])),
  ...distinct(
    'github_fine_grained_token',
    'github_pat_',
    `[${ALPHANUMERIC}]{22}_[${ALPHANUMERIC}]{59}(?![${ALPHANUMERIC}])`,
  ),
  ...distinct(
    'gitlab_token',
    'glpat- gldt- glrt- glrtr- glptt- glft- glsoat- glcbt- glimt- glagent- glffct- gloas-',
    run(`${URL_SAFE}.`, [20, 120]),
  ),
  ...checked('npm_token', 'npm_'),
  ...distinct('pypi_token', 'pypi-AgEIcHlwaS5vcmc pypi-AgENdGVzdC5weXBpLm9yZw', run(URL_SAFE, [50, 300])),
  ...distinct('rubygems_api_key', 'rubygems_', run(LOWER_HEX, 48)),
  ...ambiguous('crates_io_token', 'cio', run(ALPHANUMERIC, 32)),
  ...distinct('clojars_token', 'CLOJARS_', run(LOWER_HEX, 60)),
  ...distinct('docker_token', 'dckr_pat_ dckr_oat_', run(URL_SAFE, [26, 40])),
  ...distinct('bitbucket_app_password', 'ATBB', run(ALPHANUMERIC, 32)),
  ...distinct('atlassian_api_token', 'ATATT3 ATCTT3', run(`${URL_SAFE}=`, [100, 300])),
  ...distinct('sonar_token', 'sqp_ squ_ sqa_', run(LOWER_HEX, 40)),
  ...distinct('circleci_token', 'CCIPAT_ CCIPRJ_', run(`${ALPHANUMERIC}_`, [40, 80])),
  ...distinct('buildkite_token', 'bkua_', run(LOWER_HEX, 40)),
  ...distinct('sentry_token', 'sntrys_', run(`${ALPHANUMERIC}_=+/`, [60, 400])),
  ...distinct('sentry_token', 'sntryu_', run(LOWER_HEX, 64)),
  ...distinct('postman_api_key', 'PMAK-', `[${LOWER_HEX}]{24}-[${LOWER_HEX}]{34}(?![${ALPHANUMERIC}])`),
  ...distinct('figma_token', 'figd_ figo_ figor_ figu_ figur_', run(URL_SAFE, [38, 64])),
  ...distinct('grafana_token', 'glsa_', `[${ALPHANUMERIC}]{32}_[A-Fa-f0-9]{8}(?![${ALPHANUMERIC}])`),
  ...distinct('grafana_token', 'glc_', run(`${ALPHANUMERIC}+/=`, [32, 400])),
  ...distinct('new_relic_key', 'NRAK- NRAL- NRII- NRJS-', run(URL_SAFE, [19, 40])),
  ...distinct(
    'dynatrace_token',
    'dt0c01. dt0s01. dt0s16.',
    `[A-Z2-7]{8,24}\\.[A-Z2-7]{64}(?![${ALPHANUMERIC}])`,
  ),
  ...distinct('linear_api_key', 'lin_api_ lin_oauth_', run(ALPHANUMERIC, [32, 64])),
  ...distinct('notion_token', 'ntn_', run(ALPHANUMERIC, [40, 60])),
  ...ambiguous('notion_token', 'secret_', run(ALPHANUMERIC, 43)),
  ...ambiguous('airtable_token', 'pat', `[${ALPHANUMERIC}]{14}\\.[${LOWER_HEX}]{64}(?![${ALPHANUMERIC}])`),
  ...distinct('typeform_token', 'tfp_', run(`${URL_SAFE}.`, [40, 80])),
  ...distinct('contentful_token', 'CFPAT-', run(URL_SAFE, 43)),
  ...distinct('prefect_api_key', 'pnu_ pnb_', run(ALPHANUMERIC, 36)),
  ...distinct('readme_api_key', 'rdme_', run('a-z0-9', 70)),
  ...distinct('n8n_api_key', 'n8n_api_', run(ALPHANUMERIC, [32, 120])),
];
