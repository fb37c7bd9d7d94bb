import type { INodeProperties } from 'n8n-workflow';

/** When a field is shown: the values of other fields, by their names. */
export type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;
