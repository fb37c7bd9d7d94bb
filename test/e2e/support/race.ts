import type { CheckWorkflow } from './checkWorkflow';

const CALLS = 200;
const AT_ONCE = 100;

/** Calls 200 times, 100 calls at a time. Says how many were let in, refused, or failed, by status. */
export async function race(
  { call }: CheckWorkflow,
  userId: string,
): Promise<Readonly<Record<string, number>>> {
  const statuses = new Map<number, number>();
  let left = CALLS;
  const caller = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { status } = await call(userId);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  return Object.fromEntries(statuses);
}
