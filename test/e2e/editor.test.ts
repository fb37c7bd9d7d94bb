import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Editor } from '../../scripts/editor/editor.mts';
import { importExample } from '../../scripts/examples/importExample.mts';
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

/** Expects that the node panel, searched for a node, offers it once and with its icon. */
async function expectOffer(name: string, icon: string) {
  const { page } = editor;
  await page.getByTestId('node-creator-search-bar').fill(name.toLowerCase());
  const offer = page.getByTestId('node-creator-node-item').filter({ hasText: name });
  await offer.waitFor();
  await editor.settle();
  expect(await offer.count()).toBe(1);
  const image = offer.locator('img').first();
  expect(await image.getAttribute('src')).toMatch(new RegExp(`n8n-nodes-cascadeflow/.*${icon}\\.svg$`));
  expect(await image.evaluate(({ naturalWidth }: { naturalWidth: number }) => naturalWidth)).toBeGreaterThan(
    0,
  );
  return offer;
}

const nodeOnCanvas = (name: string) =>
  editor.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);

/** Opens a node's panel and expects these parameters in it. */
async function expectPanel(node: string, labels: readonly string[]): Promise<void> {
  const { page } = editor;
  await editor.openNode(node);
  for (const label of labels) await page.getByText(label, { exact: true }).first().waitFor();
  await page.screenshot({ path: join(PICTURES, `${node.toLowerCase().replaceAll(' ', '-')}.png`) });
  await page.keyboard.press('Escape');
  await nodeOnCanvas(node).waitFor();
}

describe('the editor', () => {
  const errors: string[] = [];

  beforeAll(() => {
    editor.page.on('pageerror', ({ message }) => errors.push(message));
  });

  afterEach(() => {
    expect(errors.splice(0)).toEqual([]);
  });

  it('offers all nodes with their icons, and adds Cascade Agent with its inputs', async () => {
    const { page } = editor;
    await editor.openWorkflow(await workflowWithChatTrigger());
    await editor.searchNodePanel('cascade');
    await expectOffer('Rate Limit Check', 'rateLimitCheck');
    await expectOffer('User Profile', 'userProfile');
    const offer = await expectOffer('Cascade Agent', 'cascadeAgent');
    await page.screenshot({ path: join(PICTURES, 'node-panel.png') });

    await offer.click();
    await page.getByText('Add to workflow').click();
    await page.getByText('Number of Models').waitFor();
    await page.screenshot({ path: join(PICTURES, 'parameters.png') });

    await page.keyboard.press('Escape');
    const node = nodeOnCanvas('Cascade Agent');
    await node.waitFor();
    await editor.settle();
    for (const input of ['Drafter', 'Verifier'])
      expect(await node.getByText(input, { exact: true }).count()).toBe(1);
    await page.screenshot({ path: join(PICTURES, 'canvas.png') });
  });

  it('opens Rate Limit Check, whose outputs have names', async () => {
    await editor.openWorkflow(await importExample(sharedN8n(), 'tenants/five-tiers.json'));
    const node = nodeOnCanvas('Check and Count');
    for (const output of ['Allowed', 'Limited'])
      expect(await node.getByText(output, { exact: true }).count()).toBe(1);
    await expectPanel('Check and Count', ['User ID', 'Profile From', 'Tier', 'Limits', 'Store Data In']);
    await expectPanel('Get Usage', ['User ID', 'Profile From', 'Tier', 'Store Data In']);
  });

  it('opens User Profile', async () => {
    await editor.openWorkflow(await importExample(sharedN8n(), 'tenants/profile-basics.json'));
    await expectPanel('Create', ['User ID', 'Tier', 'Limits', 'Preferences', 'Metadata']);
    await expectPanel('Users of the Tier', ['Return All', 'Filters', 'Store Data In']);
  });
});
