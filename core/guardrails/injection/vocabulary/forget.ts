import { words } from './words';

/** Tells somebody not to mind something, as a command. */
export const FORGET = words(
  'ignore disregard forget override overrule discard neglect dismiss cancel erase abandon bypass',
  'nullify disobey',
  'ignorier* vergiss vergesst vergessen missachte* verwirf verwerfe verwerfen uberschreib* beachte',
  'ignorez ignorer oublie oubliez oublier negligez neglige',
  'ignora ignoren ignorar ignorad olvida olvide olviden olvidad olvidate olvidese descarta descarte',
  'omite desestima desobedece',
  'ignorate ignorare dimentica dimenticate dimenticati trascura scordati tralascia',
  'ignorem esqueca esquece esquecam desconsidere desconsidera',
  'negeer negeert vergeet zignoruj* ignoruj* zapomnij* pomin',
  'игнорируй* проигнорируй* игнорировать забудь забудьте отбрось* ігноруй* проігноруй* забудьте',
  'unut unutun ignorera glom ignorer glem bortse zapomen* ignorati uita felejtsd unohda sivuuta',
  'αγνόησε αγνοήστε αγνοείστε ξέχασε ξεχάστε تجاهل تجاهلي انس انسى התעלם התעלמי שכח',
  '忽略 无视 無視 忘记 忘記 忘掉 忽视 忽視 抛弃 不要理会 不要遵守 别管 不用管',
  'abaikan lupakan เพิกเฉย ละเว้น ลืม अनदेखा अनदेखी नजरअंदाज भूल',
);

/** The same where the verb comes last. */
export const FORGET_LAST = words(
  '無視 忘れ 忘れて 無視して 破棄 従わない 従わず 무시* 잊어* 잊고 따르지',
  'unut unutun yoksay* say alma gel अनदेखा अनदेखी नजरअंदाज भूल vergessen ignorieren',
);
