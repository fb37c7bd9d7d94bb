import type { IDataObject } from 'n8n-workflow';

/** The node's own fields stand first, where the editor shows them, and win over incoming fields of the same names. */
export function itemJson(own: IDataObject, incoming: IDataObject, includeInputFields: boolean): IDataObject {
  return { ...own, ...(includeInputFields ? incoming : {}), ...own };
}

/** The object in a field of an item; an empty one when the field holds anything else. */
export function objectIn(json: IDataObject, name: string): IDataObject {
  const value = json[name];
  return isObject(value) ? value : {};
}

function isObject(value: IDataObject[string]): value is IDataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
