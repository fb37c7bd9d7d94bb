/** @throws RangeError that says the fault of packed bytes */
export function demand(condition: boolean, fault: string): void {
  if (!condition) throw new RangeError(fault);
}
