import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Editor } from '../../scripts/editor/editor.mts';
import { importExample, saveCredentials } from '../../scripts/examples/importExample.mts';
import { tenantCredentials } from '../../scripts/examples/tenantCredentials.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { chromium, locate } from '../../scripts/testing/systemPackages.mts';
import { n8nUrl, owner, sharedN8n } from './support/sharedN8n';

jest.setTimeout(180_000);

const PICTURES = projectPath('test-results');

let api: N8nApi;
let credentials: ReadonlyMap<string, Credential>;
let editor: Editor;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  const browser = locate(chromium);
  if (browser === undefined) throw new Error(`Install ${chromium.title}: it is not on the PATH`);
  api = sharedN8n();
  // Nobody is asked here.
  credentials = await saveCredentials(api, tenantCredentials({ url: 'http://127.0.0.1:9/v1' }));
  editor = await Editor.open(n8nUrl(), owner, browser);
});

afterAll(() => editor.close());

/** A workflow that the editor can open: n8n's panel offers all nodes only where a trigger is already there. */
async function workflowWithChatTrigger(): Promise<string> {
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
  const title = page.getByTestId('node-creator-item-name').filter({ hasText: new RegExp(`^${name}$`) });
  const offer = page.getByTestId('item-iterator-item').filter({ has: title });
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

/** Expects the canvas to show these inputs of a node. */
async function expectInputs(name: string, inputs: readonly string[]): Promise<void> {
  const node = nodeOnCanvas(name);
  await node.waitFor();
  await editor.settle();
  for (const input of inputs) await node.getByText(input, { exact: true }).first().waitFor();
}

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
    await expectOffer('Cascade Chat Model', 'cascadeChatModel');
    await expectOffer('Cascade Agent Tool', 'cascadeAgent');
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

  it('opens Cascade Agent, which has inputs for models, memory, tools and, when asked for, a parser', async () => {
    await editor.openWorkflow(
      await importExample(api, 'cascade/chat-with-memory-and-tools.json', credentials),
    );
    await expectInputs('Cascade Agent', ['Drafter', 'Verifier', 'Memory', 'Tool']);
    await expectPanel('Cascade Agent', [
      'Source for Prompt (User Message)',
      'Model Source',
      'Number of Models',
      'Preset',
      'User Profile From',
      'Guardrails',
      'Verify After Tools',
    ]);
    await editor.openWorkflow(await importExample(api, 'cascade/structured-answers.json', credentials));
    await expectInputs('Cascade Agent', ['Drafter', 'Verifier', 'Memory', 'Tool', 'Parser']);
  });

  it('opens Cascade Agent for users, and with guardrails', async () => {
    await editor.openWorkflow(await importExample(api, 'cascade/per-tenant-answers.json', credentials));
    await expectInputs('Cascade Agent', ['Draft 1', 'Draft 2', 'Verifier']);
    await expectPanel('Cascade Agent', ['User ID', 'If User Is Unknown', 'Apply', 'Store Data In']);
    await editor.openWorkflow(await importExample(api, 'cascade/streaming-chat.json', credentials));
    await expectPanel('Cascade Agent', ['Hide From Models', 'Redact in Answer', 'Refuse Answers With']);
  });

  it('opens Cascade Chat Model and Cascade Agent Tool', async () => {
    const example = 'cascade/ai-agent-on-cascade-chat-model.json';
    await editor.openWorkflow(await importExample(api, example, credentials));
    await expectInputs('Cascade Chat Model', ['Drafter', 'Verifier']);
    await expectInputs('Product Expert', ['Drafter', 'Verifier', 'Memory', 'Tool']);
    await expectPanel('Cascade Chat Model', ['Model Source', 'Number of Models', 'Preset']);
    await expectPanel('Product Expert', ['Description', 'Prompt (User Message)', 'Preset', 'System Message']);
  });

  it('opens Rate Limit Check, whose outputs have names', async () => {
    await editor.openWorkflow(await importExample(api, 'tenants/five-tiers.json'));
    const node = nodeOnCanvas('Check and Count');
    for (const output of ['Allowed', 'Limited'])
      expect(await node.getByText(output, { exact: true }).count()).toBe(1);
    await expectPanel('Check and Count', ['User ID', 'Profile From', 'Tier', 'Limits', 'Store Data In']);
    await expectPanel('Get Usage', ['User ID', 'Profile From', 'Tier', 'Store Data In']);
  });

  it('opens User Profile', async () => {
    await editor.openWorkflow(await importExample(api, 'tenants/profile-basics.json'));
    await expectPanel('Create', ['User ID', 'Tier', 'Limits', 'Preferences', 'Metadata']);
    await expectPanel('Users of the Tier', ['Return All', 'Filters', 'Store Data In']);
  });
});
