import { profileFromRow, toStored, type ProfileStore, type RowMapping } from 'n8n-nodes-cascadeflow';
import type { Query, Row } from './query';

const PAGE = 500;

const mapping: RowMapping = {
  columns: { userId: 'id', tier: 'plan', metadata: null },
  tierNames: { trial: 'FREE', gold: 'PRO' },
};

export interface ImportReport {
  readonly imported: number;
  /** The users who stay behind, and why. */
  readonly failed: readonly { readonly id: unknown; readonly reason: string }[];
}

/**
 * Makes a profile of every existing user. A row that cannot be one, for example because of a plan that nobody knows, is
 * reported and costs no other user the import. May be run again: profiles are replaced.
 */
export async function importUsers(query: Query, store: ProfileStore): Promise<ImportReport> {
  const failed: { id: unknown; reason: string }[] = [];
  let imported = 0;
  for await (const row of allUsers(query)) {
    try {
      await store.putProfile(toStored(profileFromRow(row, mapping)));
      imported += 1;
    } catch (error) {
      failed.push({ id: row['id'], reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { imported, failed };
}

/** In pages, so that a million users do not have to fit into memory. */
async function* allUsers(query: Query): AsyncGenerator<Row> {
  let last: unknown = '';
  for (;;) {
    const page = await query('SELECT * FROM users WHERE id > ? ORDER BY id LIMIT ?', [last, PAGE]);
    yield* page;
    if (page.length < PAGE) return;
    last = page.at(-1)?.['id'];
  }
}
