import { ALPHANUMERIC, ambiguous, distinct, LOWER_HEX, run, URL_SAFE } from './tokenFormat';

const UUID = `[${LOWER_HEX}]{8}-[${LOWER_HEX}]{4}-[${LOWER_HEX}]{4}-[${LOWER_HEX}]{4}-[${LOWER_HEX}]{12}(?![${ALPHANUMERIC}])`;

/** Payments and shops. Keys that are meant to be published (`pk_live_`) are none. */
export const paymentFormats = [
  ...distinct('stripe_secret_key', 'sk_live_ sk_test_ sk_org_', run(ALPHANUMERIC, [16, 248])),
  ...distinct('stripe_restricted_key', 'rk_live_ rk_test_', run(ALPHANUMERIC, [16, 248])),
  ...distinct('stripe_webhook_secret', 'whsec_', run(`${ALPHANUMERIC}+/=`, [24, 80])),
  ...distinct('square_access_token', 'sq0atp-', run(URL_SAFE, 22)),
  ...distinct('square_oauth_secret', 'sq0csp-', run(URL_SAFE, 43)),
  ...ambiguous('square_access_token', 'EAAA', run(URL_SAFE, [54, 64])),
  ...distinct('shopify_token', 'shpat_ shpca_ shppa_ shpss_ shpua_ shptka_', run('A-Fa-f0-9', [32, 40])),
  ...distinct(
    'braintree_access_token',
    'access_token$production$ access_token$sandbox$',
    `[0-9a-z]{16}\\$[${LOWER_HEX}]{32}(?![${ALPHANUMERIC}])`,
  ),
  ...distinct('razorpay_key', 'rzp_live_ rzp_test_', run(ALPHANUMERIC, [14, 24])),
  ...distinct('flutterwave_secret_key', 'FLWSECK- FLWSECK_TEST-', run(URL_SAFE, [16, 64])),
  ...distinct('plaid_access_token', 'access-production- access-development- access-sandbox-', UUID),
  ...distinct('paddle_api_key', 'pdl_live_apikey_ pdl_sdbx_apikey_', run(`${ALPHANUMERIC}_`, [30, 80])),
  ...distinct('shippo_token', 'shippo_live_ shippo_test_', run(LOWER_HEX, 40)),
  ...ambiguous('gocardless_token', 'live_ sandbox_', run(URL_SAFE, 40)),
];
