import { describe, expect, it } from '@jest/globals';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { BatchCascade } from '../../nodes/BatchCascade/BatchCascade.node';
import { CascadeAgent } from '../../nodes/CascadeAgent/CascadeAgent.node';
import { CascadeAgentTool } from '../../nodes/CascadeAgent/CascadeAgentTool.node';
import { CascadeChatModel } from '../../nodes/CascadeChatModel/CascadeChatModel.node';
import { Guardrails } from '../../nodes/Guardrails/Guardrails.node';
import { RateLimitCheck } from '../../nodes/RateLimitCheck/RateLimitCheck.node';
import { UserProfile } from '../../nodes/UserProfile/UserProfile.node';
import { exampleFiles, readExample, type Example } from '../../scripts/examples/example.mts';
import { nodeFaults } from '../support/nodeFaults';

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';
const OURS = 'n8n-nodes-cascadeflow.';
/** The packages that every n8n has, whose nodes the e2e tests look up in a real one. */
const THEIRS = ['n8n-nodes-base.', '@n8n/n8n-nodes-langchain.'];

const ours: ReadonlyMap<string, INodeTypeDescription> = new Map(
  [
    new BatchCascade(),
    new CascadeAgent(),
    new CascadeAgentTool(),
    new CascadeChatModel(),
    new Guardrails(),
    new RateLimitCheck(),
    new UserProfile(),
  ].map(({ description }: INodeType) => [OURS + description.name, description]),
);

const files = exampleFiles();

it('are found', () => {
  expect(files).toContain('tenants/multi-tenant-api.json');
});

describe.each(files)('the example %s', (file) => {
  it('is a workflow and holds nothing of the n8n that it was made in', () => {
    expect(() => readExample(file)).not.toThrow();
  });

  it('says in a note what it does', () => {
    const notes = readExample(file).nodes.filter(({ type }) => type === STICKY_NOTE);
    const texts = notes.map(({ parameters }) => parameters['content']);
    expect(texts).toContainEqual(expect.stringMatching(/^## \S[^]{100}/));
  });

  it('has a name for each node, and connects nodes that exist', () => {
    const example = readExample(file);
    const names = example.nodes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const end of endsOf(example)) expect(names).toContain(end);
  });

  it('leaves no node unconnected', () => {
    const example = readExample(file);
    const ends = new Set(endsOf(example));
    const loose = example.nodes.filter(({ name, type }) => type !== STICKY_NOTE && !ends.has(name));
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  it('uses nodes of this package as they are, and others only of those that come with n8n', () => {
    for (const node of readExample(file).nodes) {
      const description = ours.get(node.type);
      if (description) {
        expect(node.typeVersion).toBe(description.version);
        expect([node.name, nodeFaults(node, description)]).toEqual([node.name, []]);
      } else {
        expect(THEIRS.some((prefix) => node.type.startsWith(prefix))).toBe(true);
      }
    }
  });
});

it('bear names that tell them apart', () => {
  const names = files.map((file) => readExample(file).name);
  expect(new Set(names).size).toBe(names.length);
});

/** The names of all nodes at either end of a connection. */
function endsOf({ connections }: Example): string[] {
  return Object.entries(connections).flatMap(([source, kinds]) => [
    source,
    ...Object.values(kinds)
      .flat(2)
      .map(({ node }) => node),
  ]);
}
