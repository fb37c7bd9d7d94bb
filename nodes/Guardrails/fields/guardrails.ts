import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import {
  CORE_PII_TYPES,
  DOCUMENT_PII_TYPES,
  MODERATION_CATEGORIES,
  type ModerationCategory,
  type PiiType,
} from '../../../core';

const threshold = (defaultValue: number, what: string): INodeProperties => ({
  displayName: 'Threshold',
  name: 'threshold',
  type: 'number',
  default: defaultValue,
  typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
  description: `From which confidence on, 0 to 1, ${what} is a violation: the lower, the stricter`,
});

/** A guardrail with settings of its own. */
function withSettings(
  { displayName, name, description }: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
  values: INodeProperties[],
  defaults: INodeParameters,
): INodeProperties {
  return {
    displayName,
    name,
    type: 'fixedCollection',
    default: { value: defaults },
    description,
    options: [{ displayName: 'Settings', name: 'value', values }],
  };
}

/** What the panel calls the categories. */
export const categoryNames: Readonly<Record<ModerationCategory, string>> = {
  harassment: 'Harassment',
  hate: 'Hate',
  'self-harm': 'Self-Harm',
  sexual: 'Sexual',
  'sexual/minors': 'Sexual, Minors',
  violence: 'Violence',
};

const moderation = withSettings(
  {
    displayName: 'Moderation',
    name: 'moderation',
    description: 'Finds hate, harassment, self-harm, sexual content and violence',
  },
  [
    {
      displayName: 'Strict',
      name: 'strict',
      type: 'boolean',
      default: false,
      description: 'Whether to refuse what is only doubtful too',
    },
    {
      displayName: 'Thresholds',
      name: 'thresholds',
      type: 'collection',
      placeholder: 'Add Threshold',
      default: {},
      description: 'From which score on, 0 to 1, a category is a violation: the lower, the stricter',
      options: MODERATION_CATEGORIES.map((category) => ({
        displayName: categoryNames[category],
        name: category,
        type: 'number' as const,
        default: 0.5,
        typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
      })).sort((one, other) => one.displayName.localeCompare(other.displayName)),
    },
  ],
  { strict: false },
);

const piiNames: Readonly<Record<PiiType, string>> = {
  au_abn: 'Australian Business Number',
  au_tfn: 'Australian Tax File Number',
  credit_card: 'Credit Card',
  crypto_address: 'Crypto Address',
  date_of_birth: 'Date of Birth',
  email: 'Email Address',
  es_nie: 'Spanish NIE',
  es_nif: 'Spanish NIF',
  iban: 'IBAN',
  in_aadhaar: 'Indian Aadhaar',
  in_pan: 'Indian PAN',
  ip_address: 'IP Address',
  it_fiscal_code: 'Italian Fiscal Code',
  mac_address: 'MAC Address',
  phone: 'Phone Number',
  pl_pesel: 'Polish PESEL',
  ssn: 'US Social Security Number',
  uk_nhs: 'UK NHS Number',
  uk_nino: 'UK National Insurance Number',
  url_credentials: 'URL With Password',
  us_itin: 'US ITIN',
};

const piiOptions = [...CORE_PII_TYPES, ...DOCUMENT_PII_TYPES]
  .map((type) => ({ name: piiNames[type], value: type }))
  .sort((one, other) => one.name.localeCompare(other.name));

/** What is missing here would look switched off in the panel. */
const piiDefaults = { type: 'common', defaultRegion: 'US', includePrivateIps: true };

const pii = withSettings(
  {
    displayName: 'Personal Data (PII)',
    name: 'pii',
    description: 'Finds personal data by its form and checksum, and by the words around it',
  },
  [
    {
      displayName: 'Type',
      name: 'type',
      type: 'options',
      options: [
        { name: 'All', value: 'all', description: 'Everything, documents of other countries included' },
        {
          name: 'Common',
          value: 'common',
          description: 'Email, phone, SSN, card, IP address, IBAN, URL with password',
        },
        { name: 'Selected', value: 'selected', description: 'Only what is chosen below' },
      ],
      default: 'common',
      description: 'Which kinds of personal data to look for',
    },
    {
      displayName: 'Entities',
      name: 'entities',
      type: 'multiOptions',
      options: piiOptions,
      default: [],
      displayOptions: { show: { type: ['selected'] } },
      description: 'The kinds of personal data to look for',
    },
    {
      displayName: 'Phone Region',
      name: 'defaultRegion',
      type: 'string',
      default: 'US',
      placeholder: 'e.g. DE',
      description: 'Two letters of the country whose phone numbers are written without a country code',
    },
    {
      displayName: 'Private IP Addresses',
      name: 'includePrivateIps',
      type: 'boolean',
      default: true,
      description: 'Whether addresses of private networks and of the machine itself count, such as 10.0.0.1',
    },
  ],
  piiDefaults,
);

const secretKeys = withSettings(
  {
    displayName: 'Secret Keys',
    name: 'secretKeys',
    description: 'Finds API keys, tokens, passwords and private keys',
  },
  [
    {
      displayName: 'Permissiveness',
      name: 'permissiveness',
      type: 'options',
      options: [
        {
          name: 'Strict',
          value: 'strict',
          description: 'Finds the most, and may flag names of files or code',
        },
        {
          name: 'Balanced',
          value: 'balanced',
          description: 'Known formats, assignments and random-looking keys',
        },
        {
          name: 'Permissive',
          value: 'permissive',
          description: 'Only formats of known providers and key blocks',
        },
      ],
      default: 'balanced',
      description: 'How sure a finding has to be',
    },
  ],
  { permissiveness: 'balanced' },
);

const urlsGuardrail = (operation: 'check' | 'redact') =>
  withSettings(
    {
      displayName: 'URLs',
      name: 'urls',
      description: 'Finds URLs that are not in the list of allowed ones',
    },
    [
      {
        displayName: operation === 'check' ? 'Block All URLs Except' : 'Redact All URLs Except',
        name: 'allowedUrls',
        type: 'string',
        default: '',
        placeholder: 'e.g. example.com, https://docs.example.org/guide',
        description: 'Hosts or URLs, separated by commas. Leave it empty to allow none.',
      },
      {
        displayName: 'Allowed Schemes',
        name: 'allowedSchemes',
        type: 'multiOptions',
        options: ['data', 'ftp', 'http', 'https', 'javascript', 'mailto', 'vbscript'].map((scheme) => ({
          name: scheme,
          value: scheme,
        })),
        default: ['https'],
        description: 'Schemes that an allowed URL may have',
      },
      {
        displayName: operation === 'check' ? 'Block Userinfo' : 'Redact Userinfo',
        name: 'blockUserinfo',
        type: 'boolean',
        default: true,
        description: 'Whether a URL with a user name or a password in it is never allowed',
      },
      {
        displayName: 'Allow Subdomains',
        name: 'allowSubdomains',
        type: 'boolean',
        default: true,
        description: 'Whether an allowed host stands for its subdomains too',
      },
    ],
    { allowedUrls: '', allowedSchemes: ['https'], blockUserinfo: true, allowSubdomains: true },
  );

const customRegex: INodeProperties = {
  displayName: 'Custom Regex',
  name: 'customRegex',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true, sortable: true },
  default: {},
  placeholder: 'Add Custom Regex',
  description: 'Finds what a regular expression of your own matches',
  options: [
    {
      displayName: 'Regex',
      name: 'regex',
      values: [
        {
          displayName: 'Name',
          name: 'name',
          type: 'string',
          default: '',
          placeholder: 'e.g. customer_number',
          description: 'What it is called in the result, and stands in the text when it is redacted',
        },
        {
          displayName: 'Regex',
          name: 'value',
          type: 'string',
          default: '',
          placeholder: 'e.g. /\\bCU-\\d{6}\\b/gi',
          description:
            'The regular expression. It is stopped when it takes longer than a quarter of a second.',
        },
      ],
    },
  ],
};

const jailbreakDefaults = { threshold: 0.5, askModel: false };

const jailbreak = withSettings(
  {
    displayName: 'Jailbreak',
    name: 'jailbreak',
    description: 'Finds prompt injection: attempts to override instructions, or to get at the system prompt',
  },
  [
    threshold(0.5, 'an attempt'),
    {
      displayName: 'Ask the Chat Model Too',
      name: 'askModel',
      type: 'boolean',
      default: false,
      description: 'Whether a connected chat model judges the text as well',
    },
  ],
  jailbreakDefaults,
);

const keywords: INodeProperties = {
  displayName: 'Keywords',
  name: 'keywords',
  type: 'string',
  default: '',
  placeholder: 'e.g. competitor, refund guarantee',
  description: 'Words or phrases that must not appear, separated by commas',
};

const topicalAlignment = withSettings(
  {
    displayName: 'Topical Alignment',
    name: 'topicalAlignment',
    description: 'Finds texts that have nothing to do with your business. A connected chat model judges.',
  },
  [
    {
      displayName: 'Business Scope',
      name: 'scope',
      type: 'string',
      default: '',
      typeOptions: { rows: 4 },
      placeholder: 'e.g. Questions about bicycles, their repair, and orders in our shop',
      description: 'What the conversation may be about',
    },
    threshold(0.7, 'straying from it'),
  ],
  { scope: '', threshold: 0.7 },
);

const custom: INodeProperties = {
  displayName: 'Custom',
  name: 'custom',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true, sortable: true },
  default: { guardrail: [{ name: 'Custom Guardrail' }] },
  placeholder: 'Add Custom Guardrail',
  description: 'A rule in your own words. A connected chat model judges.',
  options: [
    {
      displayName: 'Guardrail',
      name: 'guardrail',
      values: [
        {
          displayName: 'Name',
          name: 'name',
          type: 'string',
          default: '',
          placeholder: 'e.g. Legal Advice',
          description: 'What it is called in the result',
        },
        threshold(0.7, 'a breach'),
        {
          displayName: 'Rule',
          name: 'prompt',
          type: 'string',
          default: '',
          typeOptions: { rows: 4 },
          placeholder: 'e.g. The text asks for, or gives, advice on a concrete legal case.',
          description: 'When the text is a violation',
        },
      ],
    },
  ],
};

/** What a text is checked for, and what is redacted in it, when it is said here. */
export const guardrailFields: INodeProperties[] = [
  {
    displayName: 'Guardrails',
    name: 'guardrails',
    type: 'collection',
    placeholder: 'Add Guardrail',
    default: {
      jailbreak: { value: jailbreakDefaults },
      moderation: { value: { strict: false } },
      pii: { value: piiDefaults },
      secretKeys: { value: { permissiveness: 'balanced' } },
    },
    displayOptions: { show: { operation: ['check'], checksFrom: ['define'] } },
    description: 'What the text must not contain',
    options: [
      custom,
      customRegex,
      jailbreak,
      keywords,
      moderation,
      pii,
      secretKeys,
      topicalAlignment,
      urlsGuardrail('check'),
    ],
  },
  {
    displayName: 'Guardrails',
    name: 'guardrails',
    type: 'collection',
    placeholder: 'Add Guardrail',
    default: {
      pii: { value: piiDefaults },
      secretKeys: { value: { permissiveness: 'balanced' } },
    },
    displayOptions: { show: { operation: ['redact'], checksFrom: ['define'] } },
    description: 'What is redacted in the text',
    options: [customRegex, keywords, pii, secretKeys, urlsGuardrail('redact')],
  },
];
