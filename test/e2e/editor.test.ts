import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Editor } from '../../scripts/editor/editor.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { chromium, locate } from '../../scripts/testing/systemPackages.mts';
import { n8nUrl, owner, sharedN8n } from './support/sharedN8n';

jest.setTimeout(180_000);

const PICTURES = projectPath('test-results');

let editor: Editor;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  const browser = locate(chromium);
  if (browser === undefined) throw new Error(`Install ${chromium.title}: it is not on the PATH`);
  editor = await Editor.open(n8nUrl(), owner, browser);
});

afterAll(() => editor.close());

/** A workflow that the editor can open: n8n's panel offers all nodes only where a trigger is already there. */
async function workflowWithChatTrigger(): Promise<string> {
  const api = sharedN8n();
  const trigger = {
    id: 'chat',
    name: 'When chat message received',
    type: '@n8n/n8n-nodes-langchain.chatTrigger',
    typeVersion: 1.1,
    position: [0, 0] as [number, number],
    webhookId: 'editor-test',
    parameters: { options: {} },
  };
  const { id } = await api.createWorkflow({ name: 'Editor test', nodes: [trigger], connections: {} });
  return id;
}

describe('the editor', () => {
  it('offers Cascade Agent with its icon, and adds it with its inputs', async () => {
    const { page } = editor;
    await editor.openWorkflow(await workflowWithChatTrigger());
    await editor.searchNodePanel('cascade agent');

    const offer = page.getByTestId('node-creator-node-item').filter({ hasText: 'Cascade Agent' });
    await offer.waitFor();
    expect(await offer.count()).toBe(1);
    const icon = offer.locator('img').first();
    expect(await icon.getAttribute('src')).toMatch(/n8n-nodes-cascadeflow\/.*cascadeAgent\.svg$/);
    expect(await icon.evaluate((image: { naturalWidth: number }) => image.naturalWidth)).toBeGreaterThan(0);
    await page.screenshot({ path: join(PICTURES, 'node-panel.png') });

    await offer.click();
    await page.getByText('Add to workflow').click();
    await page.getByText('Number of Models').waitFor();
    await page.screenshot({ path: join(PICTURES, 'parameters.png') });

    await page.keyboard.press('Escape');
    const node = page.locator('[data-test-id="canvas-node"][data-node-name="Cascade Agent"]');
    await node.waitFor();
    await editor.settle();
    for (const input of ['Drafter', 'Verifier'])
      expect(await node.getByText(input, { exact: true }).count()).toBe(1);
    await page.screenshot({ path: join(PICTURES, 'canvas.png') });
  });
});
