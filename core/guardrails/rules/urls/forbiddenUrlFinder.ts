import type { Finding } from '../../spans/finding';
import { allows } from './allowedUrl';
import { findUrls, type FoundUrl } from './findUrls';
import { readUrlPolicy, type ReadUrlPolicy, type UrlPolicy } from './urlPolicy';

/** Why a URL is forbidden. */
export type UrlFault = 'malformed' | 'scheme' | 'userinfo' | 'not_allowed';

export interface UrlFinding extends Finding<'url'> {
  readonly reason: UrlFault;
}

/**
 * Finds the URLs of a text that a policy forbids.
 *
 * @throws {InvalidParameterError} for the policy
 */
export function forbiddenUrlFinder(
  given: Partial<Record<keyof UrlPolicy, unknown>>,
): (text: string) => readonly UrlFinding[] {
  const policy = readUrlPolicy(given);
  return (text) =>
    findUrls(text).flatMap((found): UrlFinding[] => {
      const reason = faultOf(found, policy);
      const { start, end } = found;
      return reason === undefined ? [] : [{ type: 'url', start, end, confidence: 1, reason }];
    });
}

function faultOf({ written, hasScheme }: FoundUrl, policy: ReadUrlPolicy): UrlFault | undefined {
  const text = hasScheme ? written : `https://${written.replace(/^\/\//, '')}`;
  if (!URL.canParse(text)) return 'malformed';
  const url = new URL(text);
  if (hasScheme && !policy.schemes.has(url.protocol.slice(0, -1))) return 'scheme';
  if (policy.blockUserinfo && (url.username !== '' || url.password !== '')) return 'userinfo';
  // Mails, scripts and data have no host: what their scheme allows is allowed.
  if (url.hostname === '') return undefined;
  return policy.allowed.some((entry) => allows(entry, url, hasScheme)) ? undefined : 'not_allowed';
}
