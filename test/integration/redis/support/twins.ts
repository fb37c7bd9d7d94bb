import { expect } from '@jest/globals';
import type { Refusal, UsageLimits } from '../../../../core/stores/limitStore';
import { packUsage } from '../../../../core/stores/usage/packedUsage';
import type { Ticket } from '../../../../core/stores/usage/reservationId';
import { UserUsage } from '../../../../core/stores/usage/userUsage';
import { usedIn } from '../../../core/stores/contract/surroundings';
import { START, type Step } from '../../../core/stores/usage/support/walk';
import { SALT, type Answer, type ScriptedUsage } from './scriptedUsage';

/** A usage here and one in Redis to which the same happens, and which must stay the same. */
export class Twins {
  readonly #scripted: ScriptedUsage;
  readonly #limits: UsageLimits;
  readonly #own = new UserUsage();
  #now = START;
  #open: Ticket[] = [];

  constructor(scripted: ScriptedUsage, limits: UsageLimits) {
    this.#scripted = scripted;
    this.#limits = limits;
  }

  async take(step: Step): Promise<void> {
    const times = 'times' in step ? step.times : 1;
    for (let time = 0; time < times; time++) {
      this.#now += pauseBefore(step, time);
      this.#own.expire(this.#now);
      await this.#do(step);
      expect(await this.#scripted.usage(this.#now)).toEqual(this.#own.snapshot());
      expect(bytesOf((await this.#scripted.stored(this.#now)) ?? new UserUsage())).toBe(bytesOf(this.#own));
    }
  }

  async #do(step: Step): Promise<void> {
    switch (step.kind) {
      case 'pass':
        return;
      case 'requests':
        await this.#request(step);
        return;
      case 'record':
        this.#own.record(step.nanoUsd, this.#now);
        await this.#scripted.record(step.nanoUsd, this.#now);
        return;
      case 'settle':
        await this.#close(step.which, step.nanoUsd);
        return;
      case 'release':
        await this.#close(step.which, undefined);
    }
  }

  async #request({ estimateNanoUsd, leaseMs }: Extract<Step, { kind: 'requests' }>): Promise<void> {
    const terms = { limits: this.#limits, estimateNanoUsd, leaseMs };
    const refusal = this.#own.refusal(terms, this.#now);
    const check = await this.#scripted.check(this.#limits, estimateNanoUsd, this.#now);
    const answer = await this.#scripted.reserve(terms, this.#now);
    if (refusal) {
      expect([check, answer]).toEqual([answerOf(refusal), answerOf(refusal)]);
      return;
    }
    const ticket = this.#own.reserve({ ...terms, userId: 'ann' }, this.#now);
    if (!('ticket' in answer)) throw new Error('It was refused in Redis only');
    expect([check, answer.ticket]).toEqual([undefined, ticket]);
    // Not the ends: a request that only goes to the journal is not rounded up yet.
    expect(usedIn(answer.usage)).toEqual(usedIn(this.#own.snapshot()));
    this.#open.push(ticket);
  }

  /** Reservations that are still in the journal are closed there, which leaves other bytes than unpacked ones do. */
  async #close(which: number, nanoUsd: number | undefined): Promise<void> {
    const packedAt = await this.#scripted.packedAt();
    const packed = this.#open.filter(({ time }) => time < packedAt);
    const ticket = packed[which % Math.max(1, packed.length)];
    if (!ticket) return;
    // Every second one may be closed again.
    if (which % 2 === 0) this.#open = this.#open.filter((other) => other !== ticket);
    const closed =
      nanoUsd === undefined
        ? this.#own.release(ticket, this.#now)
        : this.#own.settle(ticket, nanoUsd, this.#now);
    expect(await this.#scripted.close(ticket, nanoUsd, this.#now)).toBe(closed);
  }
}

function pauseBefore(step: Step, time: number): number {
  if (step.kind === 'pass') return step.ms;
  return step.kind === 'requests' && time > 0 ? step.gapMs : 0;
}

function answerOf({ limitType, retryAfterMs }: Refusal): Answer {
  return { limitType, retryAfterMs };
}

/** The packed usage, with one salt for all. */
function bytesOf(usage: UserUsage): string {
  const packed = packUsage(usage);
  if (usage.salt !== '') packed.write(SALT, 1, 'latin1');
  return packed.toString('hex');
}
