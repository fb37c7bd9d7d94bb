import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { readTexts } from '../../../nodes/Guardrails/texts';
import { nodeContext } from '../../support/nodeContext';

const fieldsOf = (fields: string, json: IDataObject) =>
  readTexts(nodeContext({ parameters: { textSource: 'fields', fields } }), 0, json);

const textOf = (text: unknown, json: IDataObject, textSource = 'define') =>
  readTexts(nodeContext({ parameters: { textSource, text } }), 0, json);

const loud = (fields: string, json: IDataObject) => {
  const { texts, replacedBy } = fieldsOf(fields, json);
  return replacedBy(texts.map(({ text }) => text.toUpperCase()));
};

describe('the text of the panel', () => {
  it.each(['auto', 'define'])('is one, and of no field: %s', (textSource) => {
    expect(textOf('Hi', { chatInput: 'Hi' }, textSource).texts).toEqual([{ text: 'Hi' }]);
  });

  it('is replaced in every field that holds it, and only there', () => {
    const json = { chatInput: 'Hi', body: { message: 'Hi', title: 'Hi there' }, list: ['Hi', 1, null] };
    expect(textOf('Hi', json).replacedBy(['Ho'])).toEqual({
      chatInput: 'Ho',
      body: { message: 'Ho', title: 'Hi there' },
      list: ['Ho', 1, null],
    });
    expect(json.chatInput).toBe('Hi');
  });

  it('may be empty', () => {
    expect(textOf('', { a: '' }).texts).toEqual([{ text: '' }]);
  });
});

describe('the texts of fields', () => {
  const json = {
    subject: 'hello',
    customer: { note: 'nice', age: 41, tags: ['vip', { more: 'deep' }], since: null },
    count: 7,
  };

  it('are those at the paths, each with its field', () => {
    expect(fieldsOf('customer.note, subject', json).texts).toEqual([
      { text: 'nice', field: 'customer.note' },
      { text: 'hello', field: 'subject' },
    ]);
  });

  it('are all within an object or a list', () => {
    expect(fieldsOf('customer', json).texts).toEqual(
      ['nice', 'vip', 'deep'].map((text) => ({ text, field: 'customer' })),
    );
  });

  it('are all of the item when no field is named', () => {
    expect(fieldsOf('', json).texts).toEqual(['hello', 'nice', 'vip', 'deep'].map((text) => ({ text })));
  });

  it('of the whole item leave out what the node said of it before', () => {
    const before = { ...json, guardrails: { map: { version: 1, entries: [['EMAIL_1', 'a@b.example']] } } };
    const { texts, replacedBy } = fieldsOf('', before);
    expect(texts.map(({ text }) => text)).toEqual(['hello', 'nice', 'vip', 'deep']);
    expect(replacedBy(['a', 'b', 'c', 'd'])).not.toHaveProperty('guardrails');
  });

  it('are replaced each in its place', () => {
    expect(loud('customer.tags, subject', json)).toEqual({
      ...json,
      subject: 'HELLO',
      customer: { ...json.customer, tags: ['VIP', { more: 'DEEP' }] },
    });
    expect(loud('', json)).toEqual({
      subject: 'HELLO',
      customer: { note: 'NICE', age: 41, tags: ['VIP', { more: 'DEEP' }], since: null },
      count: 7,
    });
    expect(json.subject).toBe('hello');
  });

  it('are gone through once where paths overlap, and replaced once', () => {
    const overlapping = 'customer.note, customer, subject, customer.tags[1].more, subject';
    const { texts, replacedBy } = fieldsOf(overlapping, json);
    expect(texts.map(({ text, field }) => [field, text])).toEqual([
      ['customer', 'nice'],
      ['customer', 'vip'],
      ['customer', 'deep'],
      ['subject', 'hello'],
    ]);
    expect(replacedBy(['A', 'B', 'C', 'D'])).toMatchObject({
      subject: 'D',
      customer: { note: 'A', tags: ['B', { more: 'C' }] },
    });
  });

  it('need all fields, also one that another one contains', () => {
    expect(() => fieldsOf('customer, customer.nte', json)).toThrow(
      'Parameter "Fields" is "customer.nte", but must be a field of the item',
    );
  });

  it.each([null, true, {}, []])('are none where there is none: %j', (empty) => {
    const { texts, replacedBy } = fieldsOf('note', { note: empty });
    expect(texts).toEqual([]);
    expect(replacedBy([])).toEqual({ note: empty });
  });

  it('are numbers, too, where one is named; it stays one unless it is replaced', () => {
    const { texts, replacedBy } = fieldsOf('phone', { phone: 4155552671 });
    expect(texts).toEqual([{ text: '4155552671', field: 'phone' }]);
    expect(replacedBy(['4155552671'])).toEqual({ phone: 4155552671 });
    expect(replacedBy(['[PHONE]'])).toEqual({ phone: '[PHONE]' });
  });

  it('are long numbers, too, however deep; shorter ones are amounts and ids', () => {
    const order = { card: 4111111111111111, total: 99.1234567, count: 123456, list: [-1234567] };
    const { texts, replacedBy } = fieldsOf('order', { order });
    expect(texts).toEqual(['4111111111111111', '-1234567'].map((text) => ({ text, field: 'order' })));
    expect(replacedBy(['[CREDIT_CARD]', '-1234567'])).toEqual({ order: { ...order, card: '[CREDIT_CARD]' } });
    expect(fieldsOf('', { order }).texts).toHaveLength(2);
  });

  it('keep dates, which write themselves', () => {
    const at = new Date(0);
    expect(fieldsOf('', { at: at }).replacedBy([])).toEqual({ at });
  });

  it.each(['__proto__', 'constructor', 'toString'])('may be called %s', (name) => {
    const hostile = JSON.parse(`{"a":{"${name}":"x"},"${name}":"y"}`) as IDataObject;
    expect(JSON.stringify(loud(name, hostile))).toBe(`{"a":{"${name}":"x"},"${name}":"Y"}`);
    expect(JSON.stringify(loud(`a.${name}`, hostile))).toBe(`{"a":{"${name}":"X"},"${name}":"y"}`);
    expect(JSON.stringify(loud('', hostile))).toBe(`{"a":{"${name}":"X"},"${name}":"Y"}`);
  });

  const nested = (levels: number): IDataObject => {
    let item: IDataObject = { text: 'old' };
    for (let level = 1; level < levels; level++) item = { a: item };
    return item;
  };

  it('may be a thousand levels deep', () => {
    expect(JSON.stringify(loud('', nested(1000)))).toBe(JSON.stringify(nested(1000)).replace('old', 'OLD'));
  });

  it('are not searched for without an end', () => {
    expect(() => fieldsOf('', nested(1001))).toThrow('The JSON has more than 1000 levels');
    const endless: IDataObject = {};
    endless['a'] = endless;
    expect(() => fieldsOf('a', endless)).toThrow('The JSON has more than 1000 levels');
  });
});
