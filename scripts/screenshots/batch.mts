import type { DemoModels } from '../demo/models.mts';
import { questions } from '../demo/questions.mts';
import type { Stage } from '../demo/stage.mts';
import { chatModel, node } from '../demo/workflow.mts';
import type { Editor } from '../editor/editor.mts';
import { importExample, saveCredentials } from '../examples/importExample.mts';
import { tenantCredentials } from '../examples/tenantCredentials.mts';
import type { Credential, WorkflowDefinition } from '../n8n/api.mts';
import { picture } from './picture.mts';

/** A whole example on the editor's canvas. */
const WORKFLOW = { x: 140, y: 150, width: 1244, height: 710 };
const TALL = { width: 1440, height: 1000 };

/** A batch of every night, and what became of a batch that was run by hand. */
export async function takeBatchPictures(
  { api, ...stage }: Pick<Stage, 'api'> & DemoModels & { readonly baseUrl: string },
  editor: Editor,
): Promise<void> {
  const credentials = await saveCredentials(api, tenantCredentials({ url: stage.baseUrl }));
  const usual = editor.page.viewportSize();
  await editor.page.setViewportSize(TALL);
  await editor.openWorkflow(await importExample(api, 'batch/nightly-batch.json', credentials));
  await editor.page.screenshot({ path: picture('batch-canvas'), clip: WORKFLOW });

  const openAi = [...credentials.values()].find(({ type }) => type === 'openAiApi');
  if (openAi === undefined) throw new Error('There is no credential for the models');
  const { id } = await api.createWorkflow(batchWorkflow(stage, openAi));
  const executionId = await api.runManually(id, 'Start');
  await api.execution(executionId);
  await editor.openExecution(id, executionId);
  await editor.openNode('Batch Cascade');
  await editor.page.screenshot({ path: picture('batch-cascade') });
  if (usual) await editor.page.setViewportSize(usual);
}

/** The questions of the demo as a batch. */
function batchWorkflow({ drafter, verifier }: DemoModels, { id, name }: Credential): WorkflowDefinition {
  const credentials = { openAiApi: { id, name } };
  const batch = (index: number) => [[{ node: 'Batch Cascade', type: 'ai_languageModel' as const, index }]];
  return {
    name: 'Batch',
    nodes: [
      node('Start', 'n8n-nodes-base.manualTrigger', 1, [0, 0]),
      {
        ...node('Questions', 'n8n-nodes-base.set', 3.4, [200, 0]),
        parameters: {
          mode: 'raw',
          jsonOutput: JSON.stringify({ question: questions.map(({ query }) => query) }),
          options: {},
        },
      },
      {
        ...node('Each Question', 'n8n-nodes-base.splitOut', 1, [400, 0]),
        parameters: { fieldToSplitOut: 'question', options: {} },
      },
      {
        ...node('Batch Cascade', 'n8n-nodes-cascadeflow.batchCascade', 1, [620, 0]),
        parameters: { text: '={{ $json.question }}' },
      },
      { ...chatModel('Drafter', drafter, [560, 240]), credentials },
      { ...chatModel('Verifier', verifier, [720, 240]), credentials },
    ],
    connections: {
      Start: { main: [[{ node: 'Questions', type: 'main', index: 0 }]] },
      Questions: { main: [[{ node: 'Each Question', type: 'main', index: 0 }]] },
      'Each Question': { main: [[{ node: 'Batch Cascade', type: 'main', index: 0 }]] },
      Drafter: { ai_languageModel: batch(0) },
      Verifier: { ai_languageModel: batch(1) },
    },
    settings: { executionOrder: 'v1' },
  };
}
