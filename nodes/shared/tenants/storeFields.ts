import type { INodeProperties } from 'n8n-workflow';
import type { Show } from '../show';

/**
 * Where the state of tenants is kept.
 *
 * @param what is kept, for the description
 * @param sharing when others may want to share it, which static data cannot do
 */
export function storeFields(what: string, show: Show = {}, sharing: Show = show): INodeProperties[] {
  return [
    {
      displayName: 'Store Data In',
      name: 'storage',
      type: 'options',
      noDataExpression: true,
      options: [
        {
          name: 'Redis',
          value: 'redis',
          description: 'Shared by all workflows and workers that use the same server',
        },
        {
          name: 'Workflow Static Data',
          value: 'staticData',
          description: 'Kept with this workflow, by n8n itself: there is nothing to set up',
        },
      ],
      default: 'staticData',
      displayOptions: { show },
      description: `Where ${what} are kept`,
    },
    {
      displayName:
        'Static data belongs to this one workflow: put all its triggers into it. It does not work in queue mode. To share users with other workflows or workers, choose Redis.',
      name: 'staticDataNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { ...sharing, storage: ['staticData'] } },
    },
    {
      // Where the panel shows the credential of the node: below the choice that asks for it.
      displayName: 'Credentials',
      name: 'credentials',
      type: 'credentials',
      default: '',
      displayOptions: { show: { ...show, storage: ['redis'] } },
      description: `The Redis server that ${what} are kept on`,
    },
  ];
}
