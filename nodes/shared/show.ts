import type { INodeProperties } from 'n8n-workflow';

/** When a field is shown: the values of other fields, by their names. */
export type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** The fields, shown only when this holds beside their own conditions. */
export function shownWhen(show: Show, fields: readonly INodeProperties[]): INodeProperties[] {
  return fields.map((field) => ({
    ...field,
    displayOptions: { ...field.displayOptions, show: { ...field.displayOptions?.show, ...show } },
  }));
}
