import { describe, expect, it } from '@jest/globals';
import { settingsFields } from '../../../../nodes/shared/cascade/settingsFields';
import { queryOptionFields } from '../../../../nodes/shared/queries/optionFields';
import { queryLabels } from '../../../../nodes/shared/queries/queryParameters';
import { allProperties } from '../../../support/nodeProperties';

describe('the options of whatever node answers queries', () => {
  it('stand beside the settings of a cascade, each name once', () => {
    const names = [...queryOptionFields, ...settingsFields].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('call what core checks by the same names', () => {
    const shown = new Set(
      allProperties([...queryOptionFields, ...settingsFields]).map(({ displayName }) => displayName),
    );
    const beside = ['Prompt (User Message)', 'User ID', 'Preset'];
    expect(queryLabels.map(([, label]) => label).filter((label) => !shown.has(label))).toEqual(beside);
  });

  it('that concern a user are shown where there is one', () => {
    const shownFor = (profileFrom: string) =>
      queryOptionFields
        .filter(({ displayOptions }) => {
          const sources = displayOptions?.show?.['/profileFrom'];
          return sources === undefined || sources.some((source) => source === profileFrom);
        })
        .map(({ name }) => name);
    const ofUsers = ['estimatedCost', 'reservationId', 'whenUnavailable'];
    expect(shownFor('none').filter((name) => [...ofUsers, 'columnNames'].includes(name))).toEqual([]);
    expect(shownFor('stored')).toEqual(expect.arrayContaining(ofUsers));
    expect(shownFor('item')).toEqual(expect.arrayContaining([...ofUsers, 'columnNames']));
  });
});
