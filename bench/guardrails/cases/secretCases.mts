/** A text, and the secret in it where there is one. */
export interface SecretCase {
  readonly text: string;
  readonly secret: string | undefined;
}

/** Without the keys themselves, which the tests put together. */
export const CONTEXTS: readonly ((key: string) => string)[] = [
  (key) => `Could you check why ${key} is refused?`,
  (key) => `export TOKEN=${key}\nnpm run deploy`,
  (key) => `{"name": "prod", "value": "${key}", "enabled": true}`,
];

export const SECRETS: readonly SecretCase[] = [
  ['The wifi password is Blue-Kettle-4471, come in.', 'Blue-Kettle-4471'],
  ['login: ines\npassword: qX7!laternum', 'qX7!laternum'],
  ['Our database is at mysql://shop:Ruby_tent93@db.example.test/orders', 'Ruby_tent93'],
  ['DB_PASS="Oak5*River"', 'Oak5*River'],
  ['El usuario es ana y la contraseña es Mar2031!azul', 'Mar2031!azul'],
  ['Das Kennwort lautet Fenster_77x.', 'Fenster_77x'],
  ['<config><password>Slow!Train8</password></config>', 'Slow!Train8'],
  ['curl -u deploy:Green_Lamp42 https://ci.example.test/run', 'Green_Lamp42'],
  ['?client_id=41&client_secret=qzT81kfLw0xYb7RmN2vE&scope=all', 'qzT81kfLw0xYb7RmN2vE'],
  ['api_key: "b81f4e0c9d2a47735fe6a1c8d904b26e"', 'b81f4e0c9d2a47735fe6a1c8d904b26e'],
].map(([text = '', secret]) => ({ text, secret }));

/** Texts in which nothing is secret. */
export const LOOK_ALIKES: readonly SecretCase[] = [
  'The api-gateway talks to the key-value store.',
  'We use sk-learn and token-based authentication.',
  'Use the secret-manager of your cloud, never a file.',
  'Set API_KEY=<your key> before you start.',
  'password: ********',
  'The password must have at least 12 characters and one digit.',
  'export AWS_SECRET_ACCESS_KEY=${{ secrets.AWS_KEY }}',
  'See https://example.test/guides/getting-started-with-2fa-and-sso for more.',
  'Open C:\\Users\\Ines\\Documents\\Quarterly-Report-2031-v2.docx',
  '/usr/local/lib/node_modules/npm/bin/npm-cli.js',
  'Write to Ines.Okafor-2031@harbour-books.example.test please.',
  'Order 7c9e6679-7425-40de-944b-e07fc1f90ae7 has shipped.',
  'Fixed in 8d3f1c2b7a60e94d5f8b1a2c3d4e5f60718293a4.',
  'sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  '"integrity": "sha512-Lx9Y2uO2m7J4f1mTqvA0bq3K8nX5cR6sD7eF8gH9iJ0kL1mN2oP3qR4sT5uV6wX7yZ8aB9cD0eF1gH2iJ3kL4w=="',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4pXv1T9oXy2bR7sLkWm3nQzY0aJdUeFhC5iVtB8xK ines@laptop',
  'background: url(data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4)',
  'Finished at 2031-05-06T07:08:09.123456+02:00 after 1,204 ms.',
  'getElementsByClassNameAndAttributeValue2 is not a function',
  'class="md:grid-cols-3 lg:hover:bg-slate-800/75 dark:text-white"',
  'The Rindfleischetikettierungsgesetz was repealed.',
  'max_tokens=4096 temperature=0.2 top_p=1',
  'Model gpt-4o-mini-2024-07-18 answered in 800 ms.',
  'The bearer of this voucher gets 20 % off.',
  'Your key takeaway: rest, drink water, sleep.',
].map((text) => ({ text, secret: undefined }));
