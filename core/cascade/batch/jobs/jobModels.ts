import type { ChatJobs } from '../../../models/jobs/chatJobs';
import { priceOf, type CascadeModel } from '../../engine/cascadeModel';
import { modelKeyOf, type JobEntry } from './jobsRecord';
import { jobPriceOf } from './jobPrice';

/** A model of the batch, as jobs know it. */
export interface JobModel extends Pick<JobEntry, 'model' | 'modelId'> {
  readonly key: string;
  /** Undefined when its provider takes no jobs. */
  readonly jobs: ChatJobs | undefined;
  /** With the price of a job. */
  readonly cascadeModel: CascadeModel;
}

/** What jobs save of a model's price: a share of 0..1. */
export type DiscountOf = (model: CascadeModel) => number;

/** The models that the runs of a batch ask, once they have shown them. */
export class JobModels {
  readonly #discountOf: DiscountOf;
  readonly #models = new Map<string, JobModel>();

  constructor(discountOf: DiscountOf) {
    this.#discountOf = discountOf;
  }

  /** The same model is one here, however often it is made: its first client speaks for all. */
  known(cascadeModel: CascadeModel): JobModel {
    const names = { model: cascadeModel.name, modelId: cascadeModel.chat.id ?? null };
    const key = modelKeyOf(names);
    const { jobs } = cascadeModel;
    const known = this.#models.get(key);
    if (known) return known;
    const made = { ...names, key, jobs, cascadeModel: this.#atJobPrice(cascadeModel) };
    this.#models.set(key, made);
    return made;
  }

  find(key: string): JobModel | undefined {
    return this.#models.get(key);
  }

  #atJobPrice(model: CascadeModel): CascadeModel {
    const listPrice = priceOf(model);
    if (!model.jobs || !listPrice) return model;
    return { ...model, price: jobPriceOf(listPrice, this.#discountOf(model)), listPrice };
  }
}
