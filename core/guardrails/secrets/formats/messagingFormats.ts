import { ALPHANUMERIC, ambiguous, distinct, LOWER_HEX, run, URL_SAFE } from './tokenFormat';

/** Chat, e-mail, telephony and social networks. */
export const messagingFormats = [
  ...distinct(
    'slack_token',
    'xoxb- xoxp- xoxa- xoxr- xoxs- xoxo- xoxc- xoxd- xoxe- xoxe.xoxb- xoxe.xoxp-',
    run(`${URL_SAFE}%`, [10, 400]),
  ),
  ...distinct('slack_app_token', 'xapp-', run(URL_SAFE, [20, 200])),
  ...distinct(
    'slack_webhook',
    'hooks.slack.com/services/ hooks.slack.com/workflows/',
    run(`${ALPHANUMERIC}/_-`, [20, 120]),
  ),
  ...distinct(
    'discord_webhook',
    'discord.com/api/webhooks/ discordapp.com/api/webhooks/',
    `\\d{17,20}/${run(URL_SAFE, [60, 80])}`,
  ),
  ...distinct('sendgrid_api_key', 'SG.', `[${URL_SAFE}]{16,32}\\.${run(URL_SAFE, [16, 64])}`),
  ...distinct('mailgun_api_key', 'key-', run(LOWER_HEX, 32)),
  ...distinct(
    'brevo_api_key',
    'xkeysib- xsmtpsib-',
    `[${LOWER_HEX}]{64}-[${ALPHANUMERIC}]{16}(?![${ALPHANUMERIC}])`,
  ),
  ...distinct('mailersend_token', 'mlsn.', run(LOWER_HEX, 64)),
  ...ambiguous('resend_api_key', 're_', `[${ALPHANUMERIC}]{8}_[${ALPHANUMERIC}]{20,30}(?![${ALPHANUMERIC}])`),
  ...ambiguous('twilio_api_key', 'SK', run(LOWER_HEX, 32)),
  ...ambiguous('twilio_account_sid', 'AC', run(LOWER_HEX, 32)),
  ...distinct('hubspot_token', 'pat-na1- pat-na2- pat-eu1-', run(`${LOWER_HEX}-`, 36)),
  ...ambiguous('facebook_access_token', 'EAA', run(ALPHANUMERIC, [80, 400])),
  ...distinct('zapier_webhook', 'hooks.zapier.com/hooks/catch/', run(`${ALPHANUMERIC}/`, [12, 60])),
  ...distinct('dropbox_token', 'sl.u. sl.B', run(URL_SAFE, [120, 1_500])),
];
