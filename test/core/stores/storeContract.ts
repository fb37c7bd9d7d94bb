import { afterEach, beforeEach, describe } from '@jest/globals';
import type { Store } from '../../../core/stores/store';
import { admissionContract } from './contract/admission';
import { batchContract } from './contract/batches';
import { calibrationContract } from './contract/calibrations';
import { profileContract } from './contract/profiles';
import { redactionContract } from './contract/redactions';
import { reservationContract } from './contract/reservations';
import { responseContract } from './contract/responses';
import type { Surroundings } from './contract/surroundings';
import { tenantContract } from './contract/tenants';

/** What every store keeps, whatever it is made of. */
export function describeStore(name: string, surroundings: () => Surroundings): void {
  let current: Store | undefined;
  const store = (): Store => {
    if (current) return current;
    throw new Error('The store is open only during a test');
  };

  beforeEach(async () => {
    current = await surroundings().open();
  });

  afterEach(async () => {
    await current?.close();
  });

  describe(`${name} admits: it`, () => {
    admissionContract(store);
  });
  describe(`${name} reserves: a reservation`, () => {
    reservationContract(store, surroundings);
  });
  describe(`${name} keeps profiles: it`, () => {
    profileContract(store);
  });
  describe(`${name} keeps redactions: it`, () => {
    redactionContract(store, surroundings);
  });
  describe(`${name} keeps calibrations: it`, () => {
    calibrationContract(store);
  });
  describe(`${name} keeps responses: it`, () => {
    responseContract(store, surroundings);
  });
  describe(`${name} keeps batches: it`, () => {
    batchContract(store, surroundings);
  });
  describe(`${name} serves many tenants: it`, () => {
    tenantContract(store);
  });
}
