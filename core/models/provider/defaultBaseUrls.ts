/** Which API a provider speaks. */
export type ApiType = 'openAiCompatible' | 'anthropic';

/** Where each API is, version included, when nobody says otherwise: at the company that made it. */
export const DEFAULT_BASE_URLS: Readonly<Record<ApiType, string>> = {
  openAiCompatible: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
};
