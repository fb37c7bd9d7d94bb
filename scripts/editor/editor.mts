import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import type { Owner } from '../n8n/api.mts';

/** n8n's editor is heavy, and the machine may be busy. */
const PATIENCE_MS = 30_000;
const SETTLE_MS = 1500;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** n8n's editor in a headless Chromium that reaches nothing but this machine, with the owner logged in. */
export class Editor {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #url: string;

  private constructor(browser: Browser, page: Page, url: string) {
    this.#browser = browser;
    this.page = page;
    this.#url = url;
  }

  /** @param executablePath of a Chromium or Chrome */
  static async open(url: string, owner: Owner, executablePath: string): Promise<Editor> {
    selectors.setTestIdAttribute('data-test-id');
    const browser = await chromium.launch({ executablePath, args: flags });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.route(
      (address) => address.hostname !== '127.0.0.1' && address.protocol.startsWith('http'),
      (route) => route.abort(),
    );
    const editor = new Editor(browser, page, url);
    await editor.#logIn(owner);
    return editor;
  }

  async #logIn({ email, password }: Owner): Promise<void> {
    await this.page.goto(`${this.#url}/signin`);
    await this.page.locator('input[name="emailOrLdapLoginId"]').fill(email);
    await this.page.locator('input[type="password"]').fill(password);
    await this.page.getByTestId('form-submit-button').click();
    await this.page.waitForURL((address) => !address.pathname.includes('signin'));
  }

  async openWorkflow(id: string): Promise<void> {
    await this.page.goto(`${this.#url}/workflow/${id}`);
    await this.page.getByTestId('canvas-node').first().waitFor();
    await this.settle();
  }

  /** Shows a past execution of a workflow. */
  async openExecution(workflowId: string, executionId: string): Promise<void> {
    await this.page.goto(`${this.#url}/workflow/${workflowId}/executions/${executionId}`);
    await this.page.getByTestId('canvas-node').first().waitFor();
    await this.settle();
  }

  /** Opens the node panel over a workflow and types into its search field. */
  async searchNodePanel(text: string): Promise<void> {
    await this.page.getByTestId('node-creator-plus-button').click();
    await this.page.getByTestId('node-creator-search-bar').fill(text);
    await this.settle();
  }

  async openNode(name: string): Promise<void> {
    await this.page.locator(`[data-node-name="${name}"]`).first().dblclick();
    await this.page.getByTestId('ndv').or(this.page.getByTestId('parameter-input')).first().waitFor();
    await this.settle();
  }

  /** Lets animations and late requests end. */
  settle(): Promise<void> {
    return this.page.waitForTimeout(SETTLE_MS);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
