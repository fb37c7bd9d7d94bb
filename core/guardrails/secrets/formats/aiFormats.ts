import { ALPHANUMERIC, ambiguous, distinct, LOWER_HEX, run, URL_SAFE } from './tokenFormat';

/** Issuers of language models and of what goes with them. */
export const aiFormats = [
  ...distinct('openai_api_key', 'sk-proj- sk-svcacct- sk-admin- sk-service-', run(URL_SAFE, [20, 240])),
  ...ambiguous('openai_api_key', 'sk-', run(ALPHANUMERIC, [20, 80])),
  ...distinct('anthropic_api_key', 'sk-ant-', run(URL_SAFE, [20, 240])),
  ...distinct('openrouter_api_key', 'sk-or-', run(URL_SAFE, [32, 100])),
  ...distinct('hugging_face_token', 'api_org_', run(ALPHANUMERIC, [30, 40])),
  ...ambiguous('hugging_face_token', 'hf_', run(ALPHANUMERIC, [30, 40])),
  ...ambiguous('replicate_api_token', 'r8_', run(ALPHANUMERIC, [32, 40])),
  ...distinct('groq_api_key', 'gsk_', run(ALPHANUMERIC, [40, 60])),
  ...distinct('perplexity_api_key', 'pplx-', run(ALPHANUMERIC, [40, 64])),
  ...distinct('xai_api_key', 'xai-', run(ALPHANUMERIC, [60, 100])),
  ...distinct('nvidia_api_key', 'nvapi-', run(URL_SAFE, [50, 80])),
  ...distinct(
    'langsmith_api_key',
    'lsv2_pt_ lsv2_sk_',
    `[${LOWER_HEX}]{32}_[${LOWER_HEX}]{8,12}(?![${ALPHANUMERIC}])`,
  ),
  ...distinct('pinecone_api_key', 'pcsk_', run(`${ALPHANUMERIC}_`, [40, 90])),
  ...distinct('tavily_api_key', 'tvly-dev- tvly-prod- tvly-', run(URL_SAFE, [28, 60])),
  ...distinct('together_api_key', 'tgp_v1_', run(URL_SAFE, [40, 50])),
  ...ambiguous('fireworks_api_key', 'fw_', run(ALPHANUMERIC, [20, 40])),
  ...ambiguous('jina_api_key', 'jina_', run(URL_SAFE, [50, 70])),
  ...ambiguous('elevenlabs_api_key', 'sk_', run(LOWER_HEX, [40, 64])),
];
