/** Looked for unless told otherwise. */
export const CORE_PII_TYPES = [
  'email',
  'phone',
  'ssn',
  'credit_card',
  'ip_address',
  'iban',
  'url_credentials',
] as const;

/** Documents and addresses that have a checksum or a strict form; looked for when named. */
export const DOCUMENT_PII_TYPES = [
  'us_itin',
  'uk_nhs',
  'uk_nino',
  'es_nif',
  'es_nie',
  'it_fiscal_code',
  'pl_pesel',
  'in_aadhaar',
  'in_pan',
  'au_tfn',
  'au_abn',
  'crypto_address',
  'mac_address',
  'date_of_birth',
] as const;

export const PII_TYPES = [...CORE_PII_TYPES, ...DOCUMENT_PII_TYPES] as const;

export type CorePiiType = (typeof CORE_PII_TYPES)[number];
export type DocumentPiiType = (typeof DOCUMENT_PII_TYPES)[number];
export type PiiType = (typeof PII_TYPES)[number];
