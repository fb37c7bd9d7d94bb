/** Short forms in full, so that patterns need one form only. */
const FULL: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    im: 'i am',
    ive: 'i have',
    id: 'i would',
    youre: 'you are',
    youve: 'you have',
    youll: 'you will',
    theyre: 'they are',
    theyve: 'they have',
    theyll: 'they will',
    weve: 'we have',
    hes: 'he is',
    shes: 'she is',
    thats: 'that is',
    whats: 'what is',
    theres: 'there is',
    lets: 'let us',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    isnt: 'is not',
    arent: 'are not',
    aint: 'are not',
    wasnt: 'was not',
    werent: 'were not',
    cant: 'can not',
    cannot: 'can not',
    couldnt: 'could not',
    wont: 'will not',
    wouldnt: 'would not',
    shouldnt: 'should not',
    mustnt: 'must not',
    havent: 'have not',
    hasnt: 'has not',
    gonna: 'going to',
    gunna: 'going to',
    wanna: 'want to',
    gotta: 'got to',
    imma: 'i am going to',
    ima: 'i am going to',
    u: 'you',
    r: 'are',
    ur: 'your',
    ya: 'you',
    yall: 'you all',
    yous: 'you all',
    em: 'them',
    dem: 'them',
    noone: 'no one',
    ppl: 'people',
    fkn: 'fucking',
    fckn: 'fucking',
    fck: 'fuck',
    fuk: 'fuck',
    fuckin: 'fucking',
    mf: 'motherfucker',
    wimmin: 'women',
    plz: 'please',
    cuz: 'because',
  }).map(([short, full]) => [short, full.split(' ')]),
);

/** What stands behind an apostrophe. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['re', 'are'],
  ['ll', 'will'],
  ['ve', 'have'],
  ['d', 'would'],
  ['m', 'am'],
]);

/** A written word as the words that it stands for: `don't` as `do not`, `women's` as `women`. */
export function inFull(written: string): readonly string[] {
  const apostrophe = written.indexOf("'");
  if (apostrophe < 0) return FULL.get(written) ?? [written];
  const whole = FULL.get(written.replaceAll("'", ''));
  if (whole !== undefined) return whole;
  const stem = written.slice(0, apostrophe);
  const ending = ENDINGS.get(written.slice(apostrophe + 1));
  return ending === undefined ? [stem] : [stem, ending];
}
