/** What a name calls its value. A person chooses a password; a machine makes a key. */
export type SecretKind = 'password' | 'key';

const PASSWORD_NAMES =
  'passwords?|passwd|passwort|passphrase|passcode|kennwort|contraseña|contrasena|mot de passe|senha|wachtwoord|hasło|lösenord|пароль|密码|密碼|パスワード|비밀번호|(?<![a-z])(?:pass|pwd|pw|pin)|(?:db|user|smtp|root|admin)_?pass|identified by';
const KEY_NAMES =
  'api[-_. ]?keys?|apikeys?|secrets?|tokens?|credentials?|(?:access|secret|private|auth|encryption|signing|service|master|storage|session|webhook|shared|account|deploy|license|admin|client|cipher|aes|hmac|jwt|ssh|app|consumer|subscription)[-_. ]?keys?|connection[-_]?string|webhook[-_]?signature';

/** The last word of a name that promises a secret: `OPENAI_API_KEY`, `"client_secret"`, `userPassword`. */
export const SECRET_NAME = `(?:(${PASSWORD_NAMES})|${KEY_NAMES})(?:[-_]?(?:value|base64|b64))?(?:[-_]?\\d{1,2})?`;
