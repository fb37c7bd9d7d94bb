import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSegwitAddress } from '../../../../../core/guardrails/pii/entities/documents/crypto/bech32';
import { keccak256 } from '../../../../../core/guardrails/pii/entities/documents/crypto/keccak256';
import { found } from './found';

/** Of the genesis block, the Bitcoin wiki, and the standards' own examples (BIP 173, BIP 350, EIP-55). */
const BITCOIN = [
  '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  '17VZNX1SN5NtKa8UQFxwQbFeFc3iqRYhem',
  '3EktnHQD7RiAE6uzMj2ZifT9YgRrkSgzQX',
  '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy',
  '1111111111111111111114oLvT2',
];
const SEGWIT = [
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
  'bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3',
  'bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y',
  'BC1SW50QGDZ25J',
  'bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs',
  'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
];
const ETHEREUM = [
  '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
  '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
  '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
  '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
  '0x52908400098527886E0F7030069857D2E4169EE7',
  '0xde709f2102306220921060314715629080e2fb77',
];

describe('an address', () => {
  it.each([...BITCOIN, ...SEGWIT, ...ETHEREUM])('%s', (address) => {
    expect(found('crypto_address', `Send it to ${address}, please`)).toEqual([address]);
    expect(found('crypto_address', `https://explorer.example/address/${address}`)).toEqual([address]);
  });

  it.each([...BITCOIN, ...SEGWIT])('%s with any one character changed is none', (address) => {
    const alphabet = address.startsWith('1') || address.startsWith('3') ? '2 3 a b Y Z' : 'q p z r y l';
    fc.assert(
      fc.property(fc.nat(address.length - 2), fc.constantFrom(...alphabet.split(' ')), (place, other) => {
        const at = place + 1;
        fc.pre(address.charAt(at).toLowerCase() !== other.toLowerCase());
        const changed = address.slice(0, at) + matchingCase(other, address) + address.slice(at + 1);
        expect(found('crypto_address', changed)).toEqual([]);
      }),
    );
  });

  it.each(ETHEREUM.slice(0, 4))('%s with a letter of the other case is none', (address) => {
    for (const [place, letter] of Array.from(address).entries()) {
      if (place < 2 || !/[a-f]/i.test(letter)) continue;
      const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
      expect(found('crypto_address', address.slice(0, place) + other + address.slice(place + 1))).toEqual([]);
    }
  });
});

/** From BIP 173 and BIP 350, "invalid"; of the main network. */
it.each([
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
  'bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4',
  'BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R',
  'bc1pw5dgrnzv',
  'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav',
  'BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P',
  'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf',
  'bc1gmk9yu',
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8F3t4',
  'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx',
  'bc10w508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kw5rljs90',
])('%s is no address of Bitcoin', (address) => {
  expect(isSegwitAddress(address, 'bc')).toBe(false);
  expect(found('crypto_address', address)).toEqual([]);
});

it.each([
  '0x0000000000000000000000000000000000000000',
  '0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060',
  'd670460b4b4aece5915caf5c68d12f560a9fe3e4',
  '1234567890123456789012345678901234',
])('%s is none', (text) => {
  expect(found('crypto_address', text)).toEqual([]);
});

/** From the Keccak team's KAT and Ethereum's own documents. */
it.each([
  ['', 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'],
  ['abc', '4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45'],
  ['testing', '5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02'],
  ['transfer(address,uint256)', 'a9059cbb2ab09eb219583f4a59a5d0623ade346d962bcd4e46b11da047c9049b'],
])('keccak256 of %j', (text, hash) => {
  expect(keccak256(text)).toBe(hash);
});

function matchingCase(character: string, address: string): string {
  return address === address.toUpperCase() && /[a-z]/i.test(address) ? character.toUpperCase() : character;
}
