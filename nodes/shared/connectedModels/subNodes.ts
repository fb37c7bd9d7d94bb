import { NodeConnectionTypes, type INode } from 'n8n-workflow';
import type { ModelContext } from '../modelContext';

/**
 * Which sub-node is wired to which input. n8n's own nodes use both methods at run time, but its public types leave
 * them out (n8n-core 2.40, `NodeExecutionContext`).
 */
interface Wiring {
  /** Wires by input index; an input that nothing was ever wired to may be null or missing. */
  getConnections(
    destination: INode,
    type: string,
  ): readonly (readonly { readonly node: string }[] | null | undefined)[];
  /** Enabled sub-nodes in the order in which `getInputConnectionData` gives their models. */
  getConnectedNodes(type: string): readonly INode[];
}

/** A chat model as n8n hands it over, with the sub-node and the input it came from. */
export interface SuppliedModel {
  readonly input: number;
  readonly node: INode;
  readonly model: unknown;
}

/**
 * The connected models in the order of their inputs. n8n gives them in reverse and leaves no hole for an empty input,
 * so they are matched by their wires, never by their position.
 *
 * @throws what a sub-node throws while it sets up its model
 */
export async function suppliedModels(context: ModelContext, itemIndex: number): Promise<SuppliedModel[]> {
  const type = NodeConnectionTypes.AiLanguageModel;
  const wiring = wiringOf(context);
  const supplied: unknown = await context.getInputConnectionData(type, itemIndex);
  const models = Array.isArray(supplied) ? (supplied as unknown[]) : [supplied];
  const supplies = new Map(
    wiring.getConnectedNodes(type).map((node, index) => [node.name, { node, model: models[index] }]),
  );
  return wiring.getConnections(context.getNode(), type).flatMap((wires, input) =>
    (wires ?? []).flatMap(({ node: name }) => {
      const supply = supplies.get(name);
      return supply ? [{ input, ...supply }] : [];
    }),
  );
}

/** The inputs, by index, to which an enabled sub-node is wired. */
export function wiredInputs(context: ModelContext): ReadonlySet<number> {
  const type = NodeConnectionTypes.AiLanguageModel;
  const wiring = wiringOf(context);
  const enabled = new Set(wiring.getConnectedNodes(type).map((node) => node.name));
  const wires = wiring.getConnections(context.getNode(), type);
  return new Set(
    wires.flatMap((wired, input) => (wired?.some(({ node }) => enabled.has(node)) ? [input] : [])),
  );
}

function wiringOf(context: ModelContext): Wiring {
  if (tellsWiring(context)) return context;
  throw new TypeError('This version of n8n does not tell which sub-node is connected to which input');
}

function tellsWiring(context: ModelContext): context is ModelContext & Wiring {
  return 'getConnections' in context && 'getConnectedNodes' in context;
}
