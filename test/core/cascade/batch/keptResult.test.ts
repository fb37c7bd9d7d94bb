import { expect, it } from '@jest/globals';
import { keptOf, resultFrom } from '../../../../core/cascade/batch/keptResult';
import { CascadeAgent } from '../../../../core/cascade/cascadeAgent';
import { StoreUnavailableError } from '../../../../core/stores/storeUnavailableError';
import { says, ScriptedModel } from '../../../support/scriptedModel';
import { call } from '../agent/support/scriptedTurns';
import { weather } from '../agent/support/tools';

async function answered() {
  let asked = 0;
  const calls = says('', { toolCalls: [call('weather', { city: 'Rome' })], finishReason: 'tool_calls' });
  const chat = new ScriptedModel((request) =>
    (asked++ === 0 ? calls : says('It is sunny in Rome.'))(request),
  );
  const agent = new CascadeAgent({
    routing: 'draft_first',
    models: [
      { name: 'cheap', chat },
      { name: 'dear', chat },
    ],
  });
  const parser = { parse: (text: string) => Promise.resolve({ text }) };
  return await agent.run('What is the weather in Rome?', { tools: [weather()], parser });
}

function thawed(kept: object): unknown {
  return JSON.parse(JSON.stringify(kept));
}

it('gives back all of a result but its messages', async () => {
  const { messages, ...result } = await answered();
  expect(messages).not.toHaveLength(0);
  expect(result.steps).toHaveLength(1);
  expect(resultFrom(thawed(keptOf({ ...result, messages })))).toEqual({ ...result, messages: [] });
});

it('gives back what was booked, without the error of a store', async () => {
  const booking = { reservationId: 'r1', status: 'unsettled', costUsd: 0.001, isEstimate: false } as const;
  const unavailable = new StoreUnavailableError('The store does not answer', { hint: 'Check it.' });
  const kept = thawed(keptOf({ ...(await answered()), booking: { ...booking, unavailable } }));
  expect(resultFrom(kept).booking).toEqual(booking);
});

it.each([undefined, null, 'text', {}, { output: 'It is sunny.' }])('takes %p for no result', (kept) => {
  expect(() => resultFrom(kept)).toThrow();
});
