// A model server in a process of its own, so that it does not share the load generator's event loop. It answers every
// request at once with the text in its first argument and tells its parent its address.
import { ModelServer } from '../../scripts/modelServer/server.mts';

const [, , text = ''] = process.argv;
const server = await ModelServer.start(() => ({
  kind: 'reply',
  text,
  usage: { inputTokens: 14, outputTokens: 7 },
}));
process.on('disconnect', () => process.exit());
process.send?.(server.url);
