import type { SecretCandidate, SecretRule } from './candidate';
import { textOfBase64 } from './base64Text';

/** Header, payload and signature; an encrypted one has five parts. The header of each begins with `{"`, hence `eyJ`. */
const TOKEN =
  /(?<![A-Za-z0-9_-])(eyJ[\w-]{8,2000})\.[\w-]{2,16000}\.[\w-]{0,16000}(?:\.[\w-]{1,16000}\.[\w-]{1,64})?/g;

export const JWT_PREFIX = 'eyJ';

/** JSON Web Tokens: those whose header names an algorithm. */
export const jsonWebTokens: SecretRule = function* (text) {
  for (const { index, 0: token, 1: header = '' } of text.matchAll(TOKEN)) {
    if (namesAlgorithm(header)) yield candidateOf(index, token);
  }
};

function candidateOf(start: number, token: string): SecretCandidate {
  return {
    type: 'json_web_token',
    start,
    end: start + token.length,
    confidence: 0.95,
    shown: JWT_PREFIX,
  };
}

function namesAlgorithm(header: string): boolean {
  const json = textOfBase64(header);
  return json.startsWith('{') && /"(?:alg|enc)"\s{0,4}:/.test(json);
}
