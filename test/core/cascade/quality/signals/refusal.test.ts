import { describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { refusal } from '../../../../../core/cascade/quality/signals/refusal';

const finding = (query: string, text: string) => refusal(readDraft({ query, text }));

describe('refusal sees', () => {
  it.each([
    "I'm sorry, but I can't help with that.",
    'I am sorry, I cannot assist with that.',
    'I’m unable to assist with this request.',
    'I cannot provide that information.',
    'Sorry, I can’t help with that request.',
    "Unfortunately, I can't answer this.",
    "I can't discuss that.",
    'I must decline to answer.',
    "Sorry, but I'm not able to do that.",
    'As an AI language model, I do not have opinions on Rome.',
    "As an AI, I can't browse the web.",
    "I don't have access to real-time data.",
    'Hi! I cannot help with that.',
    "I won't generate this content.",
    'Es tut mir leid, dabei kann ich nicht helfen.',
    'Ich kann dir dabei leider nicht helfen.',
    'Je ne peux pas répondre à cette question.',
    'Lo siento, no puedo ayudar con eso.',
  ])('%s', (text) => {
    expect(finding('Tell me about Rome', text)).toEqual({
      strength: 1,
      reason: 'the draft refuses to answer',
    });
  });
});

describe('refusal is not', () => {
  it.each<[what: string, query: string, text: string]>([
    ['sympathy', 'My cat died.', "I'm so sorry for your loss. Would you like to tell me about it?"],
    ['an apology', 'You are wrong.', "I'm sorry for the mistake. The capital of Australia is Canberra."],
    ['a quotation', 'What did HAL 9000 say?', "\"I'm sorry, Dave. I'm afraid I can't do that.\""],
    ['a quotation', 'What does EACCES mean?', 'It says “I do not have access”: check the permissions.'],
    [
      'a condition',
      "I can't log in.",
      "I can help! Click Forgot Password. If I can't help you further, call us.",
    ],
    ['a lyric', 'Sing Elvis', "Like a river flows: I can't help falling in love with you."],
    ['an idiom', 'Was it funny?', "I can't help but laugh when I think of it."],
    [
      'verse',
      'Write a poem about rain',
      "I'm sorry, but I can't stay dry,\nthe rain is falling from your eye.",
    ],
    [
      'a letter that declines',
      'Write an e-mail that declines a meeting',
      "Hi Bob,\n\nThank you. I'm sorry, but I can't make it. I cannot provide another date.\n\nBest,\nSam",
    ],
    [
      'a letter with a subject',
      'Write to the customer',
      'Subject: Your order\n\nI am sorry, but I cannot give you a date yet.',
    ],
    ['a German letter', 'Schreib an Anna', 'Liebe Anna,\nleider kann ich dir am Freitag nicht helfen.'],
    ['a German apology', 'Schreib dem Kunden', 'Es tut mir leid, dass Ihre Lieferung nicht angekommen ist.'],
    ['a translation', 'Translate "I am sorry" to Spanish', 'Lo siento'],
    ['a translation', 'Traduis: I am sorry', 'Je suis désolé'],
    ['a definition', 'What is an AI?', 'As an AI is usually defined, it is a program that learns.'],
    ['an honest answer', 'Are you human?', 'No, as an AI language model I am not human, but happy to help.'],
    ['a text about others', 'Why screen readers?', 'They help people who do not have access to a screen.'],
    [
      'advice to use the word',
      'Why does ls fail?',
      "It can't read the folder: you are unable to help it without sudo.",
    ],
    [
      'late in the text',
      'A story',
      `${'The door was closed. '.repeat(15)}I cannot help you, said the guard.`,
    ],
  ])('%s', (_what, query, text) => {
    expect(finding(query, text)).toBeUndefined();
  });
});
