import { describe, expect, it } from '@jest/globals';
import { found } from '../support/found';

describe('phone numbers', () => {
  it.each([
    '+1 212 555 0187',
    '+12125550187',
    '+44 20 7946 0018',
    '+49 (0)30 9018 20',
    '(+49) 30 901820',
    '+49-30-901820',
    '0044 20 7946 0018',
    '001-212-555-0187',
    '212-555-0187',
    '(212) 555-0187',
    '(212)555-0187',
    '212.555.0187',
    '212/555-0187',
    '212_555_0187',
    '1-212-555-0187',
    '212 - 555 - 0187',
    '212-\n555-0187',
    '212–555–0187',
    '212\u00a0555\u00a00187',
    '2\u200b12-555-01\u200b87',
    '２１２-５５５-０１８７',
    '٢١٢-٥٥٥-٠١٨٧',
    '166-684-7899',
    '020 7946 0018',
    '030 901820-12',
    '(55) 11 91234-5678',
    '212-555-0187 x12',
    '(212) 555-0187x7',
    '212-555-0187 ext. 45',
    '(044)688-1234x8775',
    '+61.2.5550.1234',
    '8 (495) 123-45-67',
    '(351) 912345678',
    '0161 496 0909',
    '06-423-1473',
    '050-98-28-96',
    '01 42 68 53 00',
    '12-345-67-89',
    '02079460018',
    '00442079460018',
  ])('finds %j without a word beside it', (number) => {
    expect(found(`Note ${number} here.`)).toEqual([`phone: ${number}`]);
  });

  it.each([
    '2125550187',
    '2 1 2 5 5 5 0 1 8 7',
    '2-1-2-5-5-5-0-1-8-7',
    '555-0187',
    '33 93 31',
    '9876 54321',
    '523 912 371',
  ])('finds %j beside a word', (number) => {
    expect(found(`Call me on ${number} tonight.`)).toEqual([`phone: ${number}`]);
    expect(found(`Note ${number} here.`)).toEqual([]);
  });

  it.each(['{"phoneNumber":"2125550187"}', 'mobile=2125550187', '2125550187 (fax)', 'Tel.: 2125550187'])(
    'hears the word in %j',
    (text) => {
      expect(found(text)).toEqual(['phone: 2125550187']);
    },
  );

  it.each([
    'Order 2125550187 has shipped.',
    'part 166-684-7899',
    '000-000-0000',
    'license number 425700624, call office',
    'call about order 2125550187',
    'ticket #212-555-0187',
    'call on 2024-01-15 at 10:30:45',
    'Call me on 12/05/2024',
    'call before 1990-2020',
    'They reach 2500000 people.',
    'It was called 1234567 times.',
    'phone took 1234567 seconds',
    'office 90210-1234',
    'call 911',
    'calls from 192.168.100.2000',
    'phone $2,125,550,187',
    'phone 3.141592653589',
    'call case 2024-123456',
    'phone 6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    'pages 530-536 (2002)',
    'ISBN 978-3-16-148410-0',
    'phone 9783161484100',
    'sizes 100 200 3000 mm',
  ])('leaves %j alone', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    'Call the number of the article 04-2103594',
    'drawn were 01 07 12 23 41',
    '<Buffer 0a 01 42 68 53 00>',
    '<Buffer 01 42 68 53 00 0f>',
    'read 0306406152 tonight',
    'over 0123456789 and back',
    'serial 9362-493944',
    'Osaka 312-3758',
    'tel 0171 5550187, plz 5443-410',
    'beta.0 / 2021-11-16',
    'call before 03-06-81',
    'a PhD, 647-9152',
    'of 17.53. 12345678',
  ])('leaves the other number in %j alone', (text) => {
    expect(found(text).filter((match) => match !== 'phone: 0171 5550187')).toEqual([]);
  });

  it.each(['T: 2125550187', 'Jane | M. 2125550187', '(F: 2125550187)'])('reads the label in %j', (text) => {
    expect(found(text)).toEqual(['phone: 2125550187']);
    expect(found(text.replace(/[TMF]/, 'K'))).toEqual([]);
  });

  it('keeps a number apart from the sentence before it', () => {
    expect(found('It costs 93.85. 090-9320-6951')).toEqual(['phone: 090-9320-6951']);
  });

  it('hears no word against a number in what is counted elsewhere', () => {
    expect(found('I tried 166-684-7899 three times')).toEqual(['phone: 166-684-7899']);
    expect(found('calls from 166-684-7899 about order 7')).toEqual(['phone: 166-684-7899']);
  });

  it.each([
    '212-555-0187 or 5550188',
    '5550188, or 212-555-0187',
    '- 5550188\n- 212-555-0187',
    '5550188 and 212-555-0187',
  ])('takes both in %j for phone numbers', (text) => {
    expect(found(text)).toHaveLength(2);
  });

  it('finds nothing in a row of pairs, however long, and what follows one', () => {
    for (let pairs = 9; pairs < 14; pairs += 1) {
      const row = '08 17 26 35 44 53 62 71 80 '.repeat(2).slice(0, 3 * pairs);
      expect(found(row.trim())).toEqual([]);
      expect(found(`${row.trim()}, 212-555-0187`)).toEqual(['phone: 212-555-0187']);
    }
  });

  it('reads along a list, and not beyond it', () => {
    expect(found('- 5550188\n- 5550189\n- 212-555-0187\n- 5550190')).toHaveLength(4);
    expect(found('212-555-0187 then 5550188')).toEqual(['phone: 212-555-0187']);
    expect(found('212-555-0187\n5550188')).toEqual(['phone: 212-555-0187']);
  });

  it('takes two numbers in a row apart', () => {
    expect(found('212-555-0187 212-555-0188')).toEqual(['phone: 212-555-0187', 'phone: 212-555-0188']);
    expect(found('Tel 2125550187\n2125550188 fax')).toEqual(['phone: 2125550187', 'phone: 2125550188']);
  });

  it('does not take what follows into an international number', () => {
    expect(found('+1 212 555 0187 4 times')).toEqual(['phone: +1 212 555 0187']);
  });

  it("knows the default region's numbers", () => {
    const madrid = 'Note 912 34 56 78 here.';
    expect(found(madrid)).toEqual([]);
    expect(found(madrid, { defaultRegion: 'ES' })).toEqual(['phone: 912 34 56 78']);
  });
});
