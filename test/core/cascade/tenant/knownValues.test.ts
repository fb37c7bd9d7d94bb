import { describe, expect, it } from '@jest/globals';
import { KnownValues } from '../../../../core/cascade/tenant/knownValues';
import { RedactionMap } from '../../../../core/guardrails/redaction/redactionMap';

function mapOf(...entries: [string, string][]): RedactionMap {
  return RedactionMap.from({ version: 1, entries });
}

const found = (text: string, map: RedactionMap) =>
  new KnownValues(map).find(text).map(({ type, start, end }) => [type, text.slice(start, end)]);

describe('values that were hidden once', () => {
  it('are found wherever they stand alone', () => {
    const map = mapOf(['PASSWORD_1', 'blue7Lantern'], ['EMAIL_1', 'a@b.co']);
    expect(found('{"k":"blue7Lantern"} blue7Lantern2 a@b.co, xa@b.co', map)).toEqual([
      ['PASSWORD', 'blue7Lantern'],
      ['EMAIL', 'a@b.co'],
    ]);
  });

  it('are not, when they are so short that they stand anywhere, or only look like placeholders', () => {
    expect(found('12 and [EMAIL_1]', mapOf(['PIN_1', '12'], ['LITERAL_1', '[EMAIL_1]']))).toEqual([]);
  });

  it('are found as soon as they are known', () => {
    const map = new RedactionMap();
    const known = new KnownValues(map);
    expect(known.find('blue7Lantern')).toEqual([]);
    map.assign([{ label: 'PASSWORD', value: 'blue7Lantern' }]);
    expect(known.find('blue7Lantern')).toHaveLength(1);
  });

  it('are looked for in one pass, however many there are', () => {
    const map = new RedactionMap();
    map.assign(
      Array.from({ length: 5_000 }, (_, index) => ({ label: 'ID', value: `customer-${String(index)}` })),
    );
    const text = 'customer-17 and others '.repeat(5_000);
    const started = performance.now();
    expect(new KnownValues(map).find(text)).toHaveLength(5_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
