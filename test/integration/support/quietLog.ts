// n8n logs every error that a workflow ends with, and these tests cause many on purpose.
process.env['N8N_LOG_LEVEL'] = 'silent';
