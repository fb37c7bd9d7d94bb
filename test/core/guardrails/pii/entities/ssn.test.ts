import { describe, expect, it } from '@jest/globals';
import { found } from '../support/found';

describe('social security numbers', () => {
  it.each([
    '219-09-9998',
    '219–09–9998',
    '219\u201109\u20119998',
    '２１９-０９-９９９８',
    '219-09-\u200b9998',
  ])('finds %j without a word beside it', (number) => {
    expect(found(`It is ${number}.`)).toEqual([`ssn: ${number}`]);
  });

  it.each(['219 09 9998', '219.09.9998', '219_09_9998', '219099998', '2 1 9 - 0 9 - 9 9 9 8'])(
    'finds %j beside a word',
    (number) => {
      expect(found(`SSN: ${number}`)).toEqual([`ssn: ${number}`]);
      expect(found(`employee_ssn=${number};`)).toEqual([`ssn: ${number}`]);
      expect(found(`His social security number is ${number}.`)).toEqual([`ssn: ${number}`]);
      expect(found(`It is my social, ${number}, and not my zip.`)).toEqual([`ssn: ${number}`]);
      expect(found(`It is ${number}.`)).toEqual([]);
    },
  );

  it.each([
    '000-12-3456',
    '666-12-3456',
    '900-12-3456',
    '987-65-4320',
    '219-00-9998',
    '219-09-0000',
    '078-05-1120',
  ])('leaves %s alone, which is never issued', (number) => {
    expect(found(`SSN ${number}`)).toEqual([]);
  });

  it.each([
    '219-09-99981',
    '1219-09-9998',
    '219-09-9998-1',
    '1-219-09-9998',
    '219-09.9998',
    'a1-219-09-9998',
    '219-09-9998-b2',
  ])('leaves %s alone, which is something longer or else', (number) => {
    expect(found(`part ${number}`, { types: ['ssn'] })).toEqual([]);
  });

  it('does not hear a unit in a form of address', () => {
    expect(found('Ms. Jane Doe 219-09-9998')).toEqual(['ssn: 219-09-9998']);
  });

  it.each([
    'Invoice 48250 was paid. Jane (',
    'ts=1711352888 level=info user ',
    'The sizes are 3 x 4 cm. His: ',
  ])('finds a number behind %j, which speaks of another one', (before) => {
    expect(found(`${before}219-09-9998`)).toEqual(['ssn: 219-09-9998']);
  });

  it('leaves an invoice of nine digits alone', () => {
    expect(found('SSN? No, invoice 219099998 was paid')).toEqual([]);
  });
});
