/** What is said beside phone numbers. */
export const PHONE_WORDS: readonly string[] = [
  ...(
    'answering call callback called caller calling calls cell cellphone cellular contact contacted dial dialed dialled dialing facetime fax fon freephone ' +
    'handy helpline home hotline imessage landline mob mobile móvil movil office pager ph phone phones portable reach reached reachable ring signal sms ' +
    'switchboard tel telegram tél telefax telefon teléfono telefono telefone telefonnummer téléphone telephone texted texting tollfree viber voicemail ' +
    'whatsapp work'
  ).split(' '),
  'text me',
  'my number',
  'new number',
  'old number',
  'direct line',
  'hold of',
  'stop to',
  'to text',
  'for support',
  'customer service',
  'customer care',
  'toll free',
  'his number',
  'her number',
  'their number',
  'your number',
  'contact number',
  'message from',
  'messages from',
  'text from',
  'texts from',
];
