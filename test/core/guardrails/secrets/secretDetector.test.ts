import { describe, expect, it } from '@jest/globals';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';
import { SecretDetector } from '../../../../core/guardrails/secrets/secretDetector';
import { BASE64, HEX, KEYS, jsonWebToken, privateKey, put, random } from './keys';

const detector = new SecretDetector();
const found = (text: string, by = detector) =>
  by.find(text).map(({ type, start, end }) => [type, text.slice(start, end)]);

describe('keys of known formats', () => {
  it.each(KEYS)('%s in a sentence', (type, key) => {
    expect(found(`Please use this: ${key} and tell nobody.`)).toEqual([[type, key]]);
  });

  it.each(KEYS)('%s in code', (type, key) => {
    expect(found(`call({ "value": "${key}" });\n`)).toEqual([[type, key]]);
  });

  it.each(KEYS)('%s shows no more than its public beginning', (_type, key) => {
    for (const { value } of detector.detect(`${key} `)) {
      expect(value.endsWith('***')).toBe(true);
      expect(key.startsWith(value.slice(0, -3))).toBe(true);
      expect(value.length).toBeLessThan(Math.max(28, key.length / 2));
    }
  });
});

describe('secrets that their place gives away', () => {
  const pair = Buffer.from('ann:Winter-84').toString('base64');
  const long = random(32);
  const awsSecret = put(random(20, BASE64), random(20, BASE64, 2));

  it.each<[what: string, text: string, type: string, secret: string]>([
    ['a password in a sentence', 'My password is Tr0mbone!77, thanks.', 'password', 'Tr0mbone!77'],
    ['a password after a colon', 'Password: blue7Lantern', 'password', 'blue7Lantern'],
    ['a German one', 'Das Passwort lautet Herbst-1987.', 'password', 'Herbst-1987'],
    ['a Spanish one', 'contraseña: Verano2031', 'password', 'Verano2031'],
    ['a French one', 'mot de passe : Hiver!2031', 'password', 'Hiver!2031'],
    ['in JSON', '{"user":"ann","password":"Quiet_Fox9"}', 'password', 'Quiet_Fox9'],
    ['in JSON within JSON', '"{\\"password\\":\\"Quiet_Fox9\\"}"', 'password', 'Quiet_Fox9'],
    ['in YAML', 'db:\n  password:   Quiet_Fox9\n', 'password', 'Quiet_Fox9'],
    ['in XML', '<password>Quiet_Fox9</password>', 'password', 'Quiet_Fox9'],
    [
      'in a connection string',
      'Server=db;User=sa;Password=Quiet_Fox9;Encrypt=true',
      'password',
      'Quiet_Fox9',
    ],
    ['in a query', 'https://shop.test/login?user=ann&password=Quiet_Fox9&lang=en', 'password', 'Quiet_Fox9'],
    ['in SQL', "CREATE USER ann WITH PASSWORD 'Quiet_Fox9'", 'password', 'Quiet_Fox9'],
    ['of MySQL', "CREATE USER ann IDENTIFIED BY 'Quiet_Fox9'", 'password', 'Quiet_Fox9'],
    ['on a command line', 'tool --password Quiet_Fox9 --verbose', 'password', 'Quiet_Fox9'],
    ['in a setting', 'DB_PASSWORD=Quiet_Fox9', 'password', 'Quiet_Fox9'],
    ['in Markdown', 'Use **Password:** `Quiet_Fox9` once.', 'password', 'Quiet_Fox9'],
    ['in bold', 'Password: **Quiet_Fox9**', 'password', 'Quiet_Fox9'],
    ['a Russian one', 'Ваш пароль: Zima2031', 'password', 'Zima2031'],
    ['a Chinese one', '密码是Abc20319', 'password', 'Abc20319'],
    ['of curl', 'curl -u ann:Quiet_Fox9 https://api.test', 'password', 'Quiet_Fox9'],
    ['a PIN', 'The PIN is 40718293.', 'password', '40718293'],
    ['a key in a setting', `SERVICE_API_KEY=${long}`, 'api_key', long],
    ['a client secret', `"client_secret": "${long}"`, 'api_key', long],
    ['a header of its own', `X-Api-Key: ${random(32, HEX)}`, 'api_key', random(32, HEX)],
    ['an access token in a query', `/feed?access_token=${long}&page=2`, 'api_key', long],
    ['an authorization header', `Authorization: Bearer ${long}`, 'bearer_token', long],
    ['the same in code', `headers: { 'Authorization': 'Bearer ${long}' }`, 'bearer_token', long],
    ['basic authorization', `Authorization: Basic ${pair}`, 'basic_authorization', pair],
    ['a database address', 'postgres://app:n0tTelling@db.test:5432/app', 'password', 'n0tTelling'],
    ['a queue without a user', 'redis://:Marble-22x@cache.test/0', 'password', 'Marble-22x'],
    ['a secret of AWS', `aws_secret_access_key = ${awsSecret}`, 'aws_secret_access_key', awsSecret],
    ['a run in no known format', `take ${long} for it`, 'high_entropy_string', long],
  ])('%s', (_what, text, type, secret) => {
    expect(found(text)).toEqual([[type, secret]]);
  });

  it('reads a key in an address by its own format', () => {
    const key = put('gh', 'p_', random(36));
    expect(found(`git clone https://ann:${key}@host.test/a/b.git`)).toEqual([['github_token', key]]);
  });

  it('sees through invisible and full-width characters', () => {
    const key = put('gh', 'p_', random(36));
    const disguised = key.split('').join('\u200b').replace('p', 'ｐ');
    expect(found(`take ${disguised} now`)).toEqual([['github_token', disguised]]);
  });

  it('keeps a private key whole when its line breaks are escaped', () => {
    const key = privateKey('').replaceAll('\n', '\\n');
    expect(found(`{"private_key": "${key}\\n", "id": 1}`)).toEqual([['private_key', key]]);
  });

  it('takes a private key without its end as far as it goes', () => {
    const [whole = ''] = privateKey().split('\n-----END');
    const [key] = whole.split(`\n${random(30, BASE64)}==`);
    expect(found(`${key ?? ''}\n\nThat was it.`)).toEqual([['private_key', key]]);
  });

  it('is surer of a key whose checksum is right', () => {
    // The example of GitHub's own documentation; it was never valid.
    const known = put('gh', 'p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ', '0mLq17');
    const wrong = put('gh', 'p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ', '0mLq18');
    const confidenceIn = (text: string) => detector.detect(text)[0]?.confidence;
    expect([confidenceIn(known), confidenceIn(wrong)]).toEqual([0.99, 0.9]);
  });
});

describe('what is no secret', () => {
  const base64 = random(1_500, BASE64);

  it.each<[what: string, text: string]>([
    ['a placeholder', 'OPENAI_API_KEY=your-api-key-here'],
    ['a placeholder of a format', put('s', 'k-', 'your-openai-key-goes-right-here')],
    ['crosses', put('s', 'k-', 'x'.repeat(48))],
    ['crosses after a prefix', put('gh', 'p_', 'X'.repeat(36))],
    ['stars', 'password: ************'],
    ['dots', 'password: ••••••••'],
    ['angle brackets', 'token: <YOUR_TOKEN>'],
    ['a variable', 'password: ${DB_PASSWORD}'],
    ['a variable of a shell', 'curl -H "Authorization: Bearer $ACCESS_TOKEN1"'],
    ['an expression of n8n', 'Authorization: Bearer {{ $json.token2 }}'],
    ['the environment', 'const apiKey = process.env.API_KEY_2;'],
    ['the environment of Python', 'api_key = os.environ["API_KEY_2"]'],
    ['a call', 'password = getPassword(user1)'],
    ['a field', 'token = response.data.token2'],
    ["AWS's example", put('AKIA', 'IOSFODNN7EXAMPLE')],
    ['a type', 'password: string;'],
    ['a boolean', 'reset_password=true'],
    ['null', '"token": null'],
    ['a bind parameter', 'WHERE password = :password'],
    ['a pattern', 'const TOKEN = /^[a-z0-9]{3,}$/;'],
    ['a count', 'max_tokens: 4096, total_tokens: 12345678'],
    ['a rule about passwords', 'Your password: at least 8 characters, no blanks'],
    ['words about passwords', 'The password is case-sensitive and the token is invalid.'],
    ['words about secrets', "The secret is patience, and the key: don't rush."],
    ['a password field', '<input type="password" name="password" autocomplete="current-password">'],
    ['a version', 'token: 1.2.3'],
    ['a page', 'password: https://example.test/reset'],
    ['a UUID', 'Order 3f2b8c1e-9d4a-4e6b-8f7a-1c2d3e4f5a6b has shipped.'],
    ['a commit', `fixed in ${random(40, HEX)}`],
    ['an MD5', `md5 ${random(32, HEX)}`],
    ['a SHA-256', `digest sha256:${random(64, HEX)}`],
    ['a lock file', `"integrity": "sha512-${random(86, BASE64)}=="`],
    ['a picture', `<img src="data:image/png;base64,${base64}">`],
    ['a small picture', `url(data:image/gif;base64,${random(60, BASE64)})`],
    [
      'a certificate',
      `-----BEGIN CERTIFICATE-----\n${random(64, BASE64)}\n${random(64, BASE64, 2)}\n${random(40, BASE64)}\n-----END CERTIFICATE-----`,
    ],
    [
      'a certificate in JSON',
      `"-----BEGIN CERTIFICATE-----\\n${random(64, BASE64)}\\n${random(64, BASE64, 2)}\\n-----END"`,
    ],
    [
      'a header of a key without a key',
      'The file starts with -----BEGIN RSA PRIVATE KEY----- and some lines.',
    ],
    ['a header and dots', '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----'],
    ['a page of a document', `https://docs.test/document/d/${random(44)}/edit`],
    ['a path', '/opt/Services/Release_2031/Bin/StartServer2'],
    ['a path of Windows', 'D:\\Projects\\Invoices\\Customer_Report_2031_Final'],
    ['a file', 'see Quarterly-Report-2031-Final-Version2.xlsx'],
    ['a hashed file', `main.${random(20, HEX)}.chunk.js`],
    ['an identifier', 'convertCustomerAddressesToIso3166Codes'],
    ['a constant', 'MAXIMUM_RETRY_ATTEMPTS_PER_REQUEST_2'],
    ['a CSS class', 'class="btn-primary-large-2xl hover:bg-blue-500/50"'],
    ['a data attribute', 'data-automation-id="CheckoutButtonPrimary2"'],
    ['a moment', '2031-04-05T06:07:08.999Z'],
    ['a character set', 'charset=ISO-8859-15:1999/Cor.1'],
    ['a long German word', 'Donaudampfschifffahrtsgesellschaftskapitän'],
    ['a long English word', 'Supercalifragilisticexpialidocious'],
    ['an address of mail', 'Ann.Example-2031@department.company.test'],
    ['a library', 'import { cluster } from "sk-learn-extra-tools"'],
    ['a hyphenated word', 'the risk-aware key-value task-based api-gateway'],
    ['the alphabet', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'],
    ['the digits', '0123456789abcdef0123456789abcdef'],
    ['a publishable key', put('p', 'k_live_', 'is the publishable one')],
    ['a bearer of something', 'The bearer of this letter2 may enter; basic training2 starts.'],
    ['basic words', 'Authorization: Basic dashboards'],
    ['dots that are no web token', 'eyJust.some.words and eyJabcdefghij.more.words'],
    ['a stand-in in an address', 'postgres://user:password@localhost:5432/db'],
    ['a time in an address', 'http://example.test:8080/a@b'],
    ['a compass', 'compass: N45E12x'],
    ['the phonetic alphabet', 'token-based authentication, token bucket, token ring'],
    ['a group of Docker', 'docker run -u 1000:1000 image'],
    ['a public key of SSH', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${random(43, BASE64)} ann@host`],
    ['a publishable key that looks random', put('p', 'k_live_', random(24))],
    ['an address of IPFS', `Qm${random(44, 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz123456789')}`],
    ['dashes', '-'.repeat(80)],
    ['a short id', 'trace 5f3a9c'],
    ['an id of MongoDB', `_id: ObjectId("${random(24, HEX)}")`],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the sensitivity', () => {
  const strict = new SecretDetector({ sensitivity: 'strict' });
  const permissive = new SecretDetector({ sensitivity: 'permissive' });
  const foundBy = (text: string) => [strict, detector, permissive].map((by) => by.detect(text).length);

  it.each<[what: string, text: string, strict: number, balanced: number, permissive: number]>([
    ['a key of a known format', put('gh', 'p_', random(36)), 1, 1, 1],
    ['a web token', jsonWebToken, 1, 1, 1],
    ['a run that looks random', random(32), 1, 1, 0],
    ['the same next to a word that says so', `the key ${random(32)}`, 1, 1, 1],
    ['a hash', random(40, HEX), 1, 0, 0],
    ['an ordinary word as a password', 'password = "marmalade"', 1, 0, 0],
    ['digits as a password', 'password: 40718293', 1, 1, 0],
    ['a placeholder', 'password: changeme', 0, 0, 0],
  ])('%s', (_what, text, ...counts) => {
    expect(foundBy(text)).toEqual(counts);
  });

  it('is one of three', () => {
    // @ts-expect-error: what a user of JavaScript may pass
    expect(() => new SecretDetector({ sensitivity: 'paranoid' })).toThrow(InvalidParameterError);
  });
});

describe('any text', () => {
  it.each<[what: string, given: unknown]>([
    ['a number', 4],
    ['nothing', undefined],
    ['an object', { text: 'a' }],
  ])('refuses %s', (_what, given) => {
    // @ts-expect-error: what a user of JavaScript may pass
    expect(() => detector.detect(given)).toThrow(InvalidParameterError);
  });

  it('takes halves of characters and control characters', () => {
    expect(detector.detect('\ud83d password: blue7Lantern \udc00\u0000')).toEqual([
      { secretType: 'password', value: '***', position: [12, 24], confidence: 0.85 },
    ]);
  });

  it('finds each of many, apart from each other', () => {
    const keys = Array.from({ length: 50 }, (_, index) => put('gh', 'p_', random(36, undefined, index)));
    expect(found(keys.join(', '))).toEqual(keys.map((key) => ['github_token', key]));
  });
});
