/** What the panel calls the parameters that core checks. An entry of a list is called as its list is. */
class Labels extends Map<string, string> {
  override get(parameter: string): string | undefined {
    return super.get(parameter.replace(/\.\d+/g, ''));
  }
}

export const labels: ReadonlyMap<string, string> = new Labels([
  ['userId', 'User ID'],
  ['conversationId', 'Conversation ID'],
  ['hashKey', 'Hash Key'],
  ['text', 'Text'],
  ['length of the text', 'Text: Length'],
  ['rules', 'Guardrails'],
  ['model', 'Moderation Model'],
  ['defaultRegion', 'Personal Data (PII): Phone Region'],
  ['customEntities', 'Custom Regex'],
  ['customEntities.name', 'Custom Regex: Name'],
  ['customEntities.pattern', 'Custom Regex: Regex'],
  ['keywords', 'Keywords'],
  ['allowedUrls', 'URLs: Allowed'],
  ['allowedSchemes', 'URLs: Allowed Schemes'],
  ['scope', 'Topical Alignment: Business Scope'],
  ['name', 'Custom: Name'],
  ['prompt', 'Custom: Rule'],
]);
