import { getCountries, Metadata, type CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min';

/** How well digits fit a numbering plan. */
export type Fit = 'valid' | 'possible' | 'none';

/** @internal */
export type Region = CountryCode;

const regions: ReadonlyMap<string, Region> = new Map(
  getCountries(metadata).map((region) => [region, region]),
);

/** The region that an ISO 3166-1 code of two capital letters names; `undefined` when it has no numbering plan. @internal */
export function regionOf(code: string): Region | undefined {
  return regions.get(code);
}

/** A region's national numbers, as libphonenumber describes them. */
interface NumberingPlan {
  readonly national: RegExp;
  readonly lengths: readonly number[];
  /** What is dialled before a national number inside the region. */
  readonly trunk: RegExp | undefined;
}

/** What the library's plans also have at run time; its types leave it out. */
interface DescribedPlan {
  nationalNumberPattern(): string;
  nationalPrefixForParsing(): string | undefined;
  possibleLengths(): readonly number[];
}

const plans = new Map<Region, NumberingPlan>();

/** How digits that are dialled inside a region, with or without its trunk prefix, fit its plan. @internal */
export function fitInRegion(digits: string, region: Region): Fit {
  const plan = planOf(region);
  const withoutTrunk = plan.trunk === undefined ? digits : digits.replace(plan.trunk, '');
  return better(fit(digits, plan), withoutTrunk === digits ? 'none' : fit(withoutTrunk, plan));
}

/** Whether a region has the numbering plan of North America: three digits of an area, then seven. @internal */
export function isNorthAmerican(region: Region): boolean {
  return regionsByCode.get('1')?.includes(region) === true;
}

/** How digits that begin with a country calling code fit the plans of its regions. */
export function fitInternationally(digits: string): Fit {
  let best: Fit = 'none';
  for (const length of [1, 2, 3]) {
    const national = digits.slice(length);
    for (const region of regionsByCode.get(digits.slice(0, length)) ?? []) {
      const found = fitInRegion(national, region);
      if (found === 'valid') return found;
      best = better(best, found);
    }
  }
  return best;
}

const regionsByCode = new Map(Object.entries(metadata.country_calling_codes));

function fit(digits: string, { national, lengths }: NumberingPlan): Fit {
  if (national.test(digits)) return 'valid';
  return lengths.includes(digits.length) ? 'possible' : 'none';
}

function better(one: Fit, other: Fit): Fit {
  if (one === 'valid' || other === 'none') return one;
  return other;
}

function planOf(region: Region): NumberingPlan {
  const known = plans.get(region);
  if (known !== undefined) return known;
  const plan = readPlan(region);
  plans.set(region, plan);
  return plan;
}

function readPlan(region: Region): NumberingPlan {
  const library = new Metadata(metadata);
  library.selectNumberingPlan(region);
  const plan: unknown = library.numberingPlan;
  if (!isDescribed(plan)) return { national: /(?!)/, lengths: [], trunk: undefined };
  const trunk = plan.nationalPrefixForParsing();
  return {
    national: new RegExp(`^(?:${plan.nationalNumberPattern()})$`),
    lengths: plan.possibleLengths(),
    trunk: trunk === undefined ? undefined : new RegExp(`^(?:${trunk})`),
  };
}

function isDescribed(plan: unknown): plan is DescribedPlan {
  return typeof plan === 'object' && plan !== null && 'nationalNumberPattern' in plan;
}
