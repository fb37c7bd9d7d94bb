import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** Access to the Redis server, or Redis cluster, that profiles and usage are kept on. */
export class CascadeRedisApi implements ICredentialType {
  name = 'cascadeRedisApi';

  displayName = 'Cascade Redis API';

  icon = { light: 'file:cascadeRedisApi.svg', dark: 'file:cascadeRedisApi.dark.svg' } as const;

  documentationUrl = 'https://github.com/n8n-nodes-cascadeflow/n8n-nodes-cascadeflow#cascade-redis-api';

  properties: INodeProperties[] = [
    {
      displayName: 'Host',
      name: 'host',
      type: 'string',
      default: 'localhost',
      placeholder: 'e.g. redis.example.com',
      description: 'Name or address of the server. Of a cluster, any of its nodes.',
    },
    {
      displayName: 'Port',
      name: 'port',
      type: 'number',
      default: 6379,
      typeOptions: { minValue: 1, maxValue: 65535, numberPrecision: 0 },
      description: 'Where the server listens',
    },
    {
      displayName: 'User',
      name: 'user',
      type: 'string',
      default: '',
      placeholder: 'e.g. n8n',
      description: 'Leave empty for a server that knows only a password, or none',
    },
    {
      displayName: 'Password',
      name: 'password',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description: 'Leave empty for a server that asks for none',
    },
    {
      displayName: 'Database Number',
      name: 'database',
      type: 'number',
      default: 0,
      typeOptions: { minValue: 0, numberPrecision: 0 },
      displayOptions: { show: { cluster: [false] } },
      description: 'Most servers have the databases 0 to 15, some only 0',
    },
    {
      displayName: 'SSL/TLS',
      name: 'ssl',
      type: 'boolean',
      default: false,
      description: 'Whether to encrypt the connection. The server has to be set up for it.',
    },
    {
      displayName: 'Ignore SSL Issues (Insecure)',
      name: 'ignoreSslIssues',
      type: 'boolean',
      default: false,
      displayOptions: { show: { ssl: [true] } },
      description: 'Whether to connect even if the certificate of the server is not trusted',
    },
    {
      displayName: 'CA Certificate',
      name: 'ca',
      type: 'string',
      typeOptions: { rows: 4 },
      default: '',
      placeholder: 'e.g. -----BEGIN CERTIFICATE----- ...',
      displayOptions: { show: { ssl: [true], ignoreSslIssues: [false] } },
      description:
        'Text of the certificate (PEM) of the authority that signed that of the server. Leave empty for a public one.',
    },
    {
      displayName: 'Cluster Mode',
      name: 'cluster',
      type: 'boolean',
      default: false,
      description: 'Whether the server is a Redis cluster',
    },
    {
      displayName: 'Key Prefix',
      name: 'prefix',
      type: 'string',
      default: 'cascadeflow',
      placeholder: 'e.g. cascadeflow-test',
      description:
        'What all keys begin with: letters, digits and . _ : / -. Workflows with the same prefix share their users.',
    },
  ];
}
