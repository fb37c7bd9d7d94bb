interface InLanguage {
  readonly of: string;
  readonly openings: string;
  readonly names: string;
  readonly closings?: string;
}

/** How a query names the language that it wants a text in: every opening with every name, every name with every closing. */
const inLanguages: readonly InLanguage[] = [
  {
    of: 'en',
    openings:
      'in, into, from english to, from german to, from french to, from spanish to, english to, german to, spanish to, french to',
    names: `english, german, french, spanish, italian, portuguese, dutch, polish, russian, chinese, mandarin, cantonese, japanese, korean,
      arabic, hindi, bengali, urdu, latin, greek, turkish, swedish, danish, norwegian, finnish, czech, slovak, ukrainian, hebrew,
      hungarian, romanian, bulgarian, croatian, serbian, thai, vietnamese, indonesian, malay, tagalog, swahili, persian, farsi`,
    closings: 'for, version, word for, equivalent of, translation',
  },
  {
    of: 'de',
    openings: 'auf, ins, aus dem',
    names: `deutsch*, englisch*, französisch*, spanisch*, italienisch*, portugiesisch*, niederländisch*, polnisch*, russisch*,
      chinesisch*, japanisch*, koreanisch*, arabisch*, türkisch*, latein*, griechisch*, tschechisch*, ukrainisch*, schwedisch*`,
  },
  {
    of: 'fr',
    openings: 'en, du',
    names: `anglais, français, allemand, espagnol, italien, portugais, néerlandais, polonais, russe, chinois, japonais, coréen, arabe,
      turc, latin, grec, ukrainien, suédois`,
  },
  {
    of: 'es',
    openings: 'en, al, del',
    names: `inglés, español, francés, alemán, italiano, portugués, neerlandés, polaco, ruso, chino, japonés, coreano, árabe, turco,
      catalán, latín, griego, ucraniano`,
  },
  {
    of: 'it',
    openings: 'in, dall',
    names: `inglese, italiano, francese, tedesco, spagnolo, portoghese, olandese, polacco, russo, cinese, giapponese, coreano, arabo,
      turco, latino, greco, ucraino`,
  },
  {
    of: 'pt',
    openings: 'em, para, para o, do',
    names: `inglês, português, espanhol, francês, alemão, italiano, holandês, polonês, russo, chinês, japonês, coreano, árabe, turco, latim,
      grego, ucraniano`,
  },
  {
    of: 'nl',
    openings: 'in het, naar het, uit het',
    names: `engels, nederlands, frans, duits, spaans, italiaans, portugees, pools, russisch, chinees, japans, koreaans, arabisch, turks,
      latijn, grieks, oekraïens`,
  },
  {
    of: 'pl',
    openings: 'na, po, z',
    names: `angielsk*, polsk*, niemieck*, francusk*, hiszpańsk*, włosk*, portugalsk*, niderlandzk*, rosyjsk*, chińsk*, japońsk*,
      koreańsk*, arabsk*, tureck*, łacin*, ukraińsk*, czesk*`,
  },
  {
    of: 'ru',
    openings: 'на, по, с',
    names: `английск*, русск*, немецк*, французск*, испанск*, итальянск*, португальск*, голландск*, польск*, китайск*, японск*,
      корейск*, арабск*, турецк*, латин*, украинск*`,
  },
];

/**
 * Phrases such as "into Dutch", with commas between them. They ask for a translation only where nothing else is asked: "a
 * poem in French".
 *
 * @param wanted the languages that they shall be of, by their codes
 */
export function languagePhrases(wanted: string): string {
  const phrases = inLanguages
    .filter(({ of }) => wanted.includes(of))
    .flatMap(({ openings, names, closings = '' }) =>
      listed(names).flatMap((name) => [
        ...listed(openings).map((opening) => `${opening} ${name}`),
        ...listed(closings).map((closing) => `${name} ${closing}`),
      ]),
    );
  return phrases.join(', ');
}

function listed(list: string): readonly string[] {
  return list.split(',').flatMap((entry) => (entry.trim() === '' ? [] : [entry.trim()]));
}
