import { z } from 'zod/v3';

// What n8n's editor API answers, as far as it is used here.

export const settingsSchema = z.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }) });
export const credentialSchema = z.object({ id: z.string(), name: z.string(), type: z.string() });
export const credentialTestSchema = z.object({ status: z.enum(['OK', 'Error']), message: z.string() });
export const workflowSchema = z.object({
  id: z.string(),
  name: z.string(),
  versionId: z.string(),
  staticData: z.unknown(),
});
export const workflowListSchema = z.array(z.object({ id: z.string(), name: z.string() }));
export const publicationSchema = z.object({
  status: z.enum(['in_progress', 'published', 'partial', 'failed', 'not_published']),
  liveVersionId: z.string().nullable(),
  triggers: z.array(z.object({ errorMessage: z.string().nullable() })),
});
export const executionListSchema = z.object({
  results: z.array(z.object({ id: z.string(), status: z.string() })),
});
export const executionStateSchema = z.object({ status: z.string() });
export const startedSchema = z.object({ executionId: z.string() });

export type Credential = z.output<typeof credentialSchema>;
export type CredentialTest = z.output<typeof credentialTestSchema>;
export type Workflow = z.output<typeof workflowSchema>;
export type Publication = z.output<typeof publicationSchema>;
