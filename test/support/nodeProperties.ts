import type { INodeProperties } from 'n8n-workflow';

/** Properties and all that stand within them. */
export function allProperties(properties: readonly INodeProperties[]): INodeProperties[] {
  return properties.flatMap((property) => [property, ...allProperties(childrenOf(property))]);
}

function childrenOf({ options = [] }: INodeProperties): INodeProperties[] {
  return options.flatMap((option) => {
    if ('values' in option) return option.values;
    return 'type' in option ? [option] : [];
  });
}
