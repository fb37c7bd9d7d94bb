import { RESPONSE_LIMITS, type ResponseLimits } from '../responseCacheStore';
import { Sweep } from '../sweep';

export interface CachedResponse {
  readonly tenant: string;
  readonly key: string;
  readonly value: string;
  /** In ms since the epoch. */
  readonly expiresAt: number;
}

export interface ProcessLimits extends ResponseLimits {
  /** Of all tenants together. */
  readonly bytesInAll: number;
}

const MEMORY_LIMITS: ProcessLimits = { ...RESPONSE_LIMITS, bytesInAll: 64 * 1_048_576 };

interface Tenant {
  readonly ids: Set<string>;
  bytes: number;
}

/** The responses of one process, in Maps: tenants are data, never property names. */
export class CachedResponses {
  readonly #limits: ProcessLimits;
  /** In the order in which they were stored. */
  readonly #responses = new Map<string, CachedResponse>();
  readonly #sweep = new Sweep(this.#responses);
  readonly #tenants = new Map<string, Tenant>();
  #bytes = 0;

  constructor(limits: ProcessLimits = MEMORY_LIMITS) {
    this.#limits = limits;
  }

  get all(): ReadonlyMap<string, CachedResponse> {
    return this.#responses;
  }

  find(tenant: string, key: string, now: number): CachedResponse | undefined {
    return this.#living(idOf({ tenant, key }), now);
  }

  /** The values of a tenant that are not over, the oldest first. */
  valuesOf(tenant: string, now: number): readonly string[] {
    const ids = [...(this.#tenants.get(tenant)?.ids ?? [])];
    return ids.flatMap((id) => this.#living(id, now)?.value ?? []);
  }

  /** Whether it is small enough to be kept. */
  takes({ value }: CachedResponse): boolean {
    return Buffer.byteLength(value) <= this.#limits.bytesPerEntry;
  }

  add(response: CachedResponse, now: number): void {
    if (!this.takes(response)) return;
    const id = idOf(response);
    this.#sweep.onArrival((other) => this.#living(other, now));
    this.#drop(id);
    const tenant = this.#tenants.get(response.tenant) ?? { ids: new Set(), bytes: 0 };
    this.#tenants.set(response.tenant, tenant);
    this.#responses.set(id, response);
    tenant.ids.add(id);
    this.#weigh(tenant, Buffer.byteLength(response.value));
    this.#dropWhatIsTooMuch(tenant);
  }

  /** True when there were any. */
  deleteOf(tenant: string, now: number): boolean {
    const had = this.valuesOf(tenant, now).length > 0;
    for (const id of this.#tenants.get(tenant)?.ids ?? []) this.#drop(id);
    return had;
  }

  dropExpired(now: number): void {
    for (const id of this.#responses.keys()) this.#living(id, now);
  }

  clear(): void {
    this.#responses.clear();
    this.#tenants.clear();
    this.#bytes = 0;
  }

  #living(id: string, now: number): CachedResponse | undefined {
    const response = this.#responses.get(id);
    if (!response || response.expiresAt > now) return response;
    this.#drop(id);
    return undefined;
  }

  #dropWhatIsTooMuch(tenant: Tenant): void {
    const { entriesPerTenant, bytesPerTenant, bytesInAll } = this.#limits;
    while (tenant.ids.size > entriesPerTenant || tenant.bytes > bytesPerTenant) this.#dropFirstOf(tenant.ids);
    while (this.#bytes > bytesInAll) this.#dropFirstOf(this.#responses.keys());
  }

  #dropFirstOf(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#drop(id);
      return;
    }
  }

  #drop(id: string): void {
    const response = this.#responses.get(id);
    const tenant = response && this.#tenants.get(response.tenant);
    if (!tenant) return;
    this.#responses.delete(id);
    tenant.ids.delete(id);
    this.#weigh(tenant, -Buffer.byteLength(response.value));
    if (tenant.ids.size === 0) this.#tenants.delete(response.tenant);
  }

  #weigh(tenant: Tenant, bytes: number): void {
    tenant.bytes += bytes;
    this.#bytes += bytes;
  }
}

function idOf({ tenant, key }: Pick<CachedResponse, 'tenant' | 'key'>): string {
  return JSON.stringify([tenant, key]);
}
