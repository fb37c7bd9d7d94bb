import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOPBACK } from '../support/ports.mts';
import { located, openssl } from '../testing/systemPackages.mts';
import { printedBy } from './printedBy.mts';

const TIMEOUT_MS = 30_000;

export interface Certificate {
  /** In PEM: what a client has to trust. */
  readonly text: string;
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** Makes a certificate for this machine, valid for a day and signed by itself, in an existing folder. */
export async function selfSignedCertificate(folder: string): Promise<Certificate> {
  const certificateFile = join(folder, 'certificate.pem');
  const keyFile = join(folder, 'key.pem');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile];
  const names = ['-subj', '/CN=localhost', '-addext', `subjectAltName=IP:${LOOPBACK},DNS:localhost`];
  await printedBy({
    program: located(openssl),
    args: ['req', '-x509', '-days', '1', ...key, ...names, '-out', certificateFile],
    timeoutMs: TIMEOUT_MS,
  });
  return { text: readFileSync(certificateFile, 'utf8'), certificateFile, keyFile };
}
