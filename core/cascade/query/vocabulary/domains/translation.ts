import type { Vocabulary } from '../words';

export const translation: Vocabulary = {
  en: {
    sure: `translate*, translation of, in japanese, in spanish, in french, in german, in italian, in dutch,
      in chinese, in korean, in arabic, in hindi, in russian, in polish, in portuguese, into english,
      into german, into french, into spanish, into italian, into dutch, into chinese, into japanese,
      into korean, into arabic, into hindi, into russian, into polish, into portuguese, spanish word for,
      german word for, french word for, italian word for, japanese word for, word for * in`,
    telling: `translation*, translator*, how do you say, how do i say, how to say, word for, latin for,
      what does * mean in, how would a, how do you spell * in, native speaker say, transliterat*, say in,
      in classical latin, in ancient greek, subtitles in, same as * in, false friend*, the same word in,
      in my language, loan word*, which language is this, what language is this, idiomatic, in proper english,
      into plain english from, correct in french, correct in german, correct in spanish, correct french,
      correct german, correct spanish, attached * for our, how do germans say, how do the french say,
      how do italians say, how do spaniards say, how do you call, from another language`,
    weak: `bilingual, mother tongue, native speaker*, localize, localise, localiz*, localis*, render this,
      render the, interpret* into, write this sentence in, foreign language`,
    faint: `mean in english, in another language, foreign, phrase, pronounce*`,
  },
  de: {
    sure: `übersetz*, ins englische, ins deutsche, ins französische, ins spanische, ins italienische,
      was heißt * auf, auf spanisch, auf englisch, auf japanisch, auf französisch, auf italienisch,
      auf deutsch, auf russisch, auf chinesisch`,
    telling: `dolmetsch*, wie sagt man, wie lautet * auf, was bedeutet * auf, auf deutsch heißt,
      wie heißt * auf, wie heißt das auf, wie schreibt man * auf, was bedeutet das auf, wortwörtlich auf`,
  },
  fr: {
    sure: `tradui*, en anglais, en français, en allemand, en espagnol, en italien, en coréen, en japonais,
      en chinois, comment dit on`,
    telling: `traduction*, traducteur*, que veut dire, que signifie * en, comment on dit, que veut dire * en,
      se dit comment, version anglaise, version française`,
  },
  es: {
    sure: `traduc*, traduz*, al inglés, al español, al francés, al alemán, al italiano, en inglés, en alemán,
      en francés, en japonés, cómo se dice`,
    telling: `qué significa * en, pásame esto al, cómo digo, versión en inglés, pásalo al`,
    weak: `qué significa`,
  },
  it: {
    sure: `tradu*, in inglese, in italiano, in francese, in tedesco, in spagnolo, in giapponese, come si dice`,
    telling: `cosa significa * in, come direbbe, come dico, versione inglese`,
    weak: `cosa significa`,
  },
  pt: {
    sure: `traduz*, traduç*, para o inglês, para o português, para o espanhol, para o francês, para o alemão,
      em inglês, em alemão, em espanhol, em francês, como se diz`,
    telling: `o que significa * em, como falo, como digo, como se fala, versão em inglês`,
    weak: `o que significa`,
  },
  nl: {
    sure: `vertaal*, vertal*, naar het engels, naar het nederlands, naar het frans, naar het duits, in het frans,
      in het duits, in het engels, in het spaans, hoe zeg je`,
    telling: `hoe zeg ik, wat betekent * in het, wat is * in het`,
  },
  pl: {
    sure: `przetłumacz*, tłumacz*, na angielski, na polski, na niemiecki, na hiszpański, na francuski,
      po niemiecku, po angielsku, po hiszpańsku, po francusku, jak powiedzieć`,
    telling: `jak jest po, jak się mówi, co znaczy * po, jak będzie po`,
  },
  ru: {
    sure: `переведи*, перевести, перевод*, на английский, на русский, на немецкий, на испанский, на французский,
      по немецки, по английски, по испански, по французски`,
    telling: `как будет по, как по английски, как сказать, как сказать по, что значит * по, перевод на`,
  },
  zh: {
    sure: `翻译, 译成, 译为, 英文怎么说, 英语怎么说, 德语怎么说, 法语怎么说, 日语怎么说, 语怎么说, 文怎么说`,
    telling: `用英语怎么说, 用日语怎么说, 怎么说英语, 日文怎么说`,
  },
  ja: {
    sure: `翻訳, 和訳, 英訳, 語に訳, を訳して, 語で何と, 語で何て, 英語にして`,
    telling: `英語で何, 英語でどう, 英語では, 日本語で何, 中国語で何, フランス語で何, 韓国語で何`,
  },
  ko: {
    sure: `번역, 영어로, 독일어로, 프랑스어로, 일본어로, 중국어로, 스페인어로, 한국어로 옮, 어로 뭐라고`,
    telling: `영어로 뭐, 영어로 어떻게, 한국어로, 영작`,
  },
  ar: {
    sure: `ترجم*, ترجمة, الى انجليزية, الى عربية, الى فرنسية, الى المانية, بالالمانية, بالانجليزية, بالفرنسية,
      بالاسبانية, كيف نقول, كيف اقول`,
    telling: `بانجليزية, ما معنى * بال, ترجم`,
  },
  hi: {
    sure: `अनुवाद*, अंग्रेज़ी में अनुवाद, हिंदी में अनुवाद, जर्मन में, फ़्रेंच में, स्पेनिश में,
      अंग्रेज़ी में क्या कहते, में क्या कहते`,
    telling: `को अंग्रेजी में, अंग्रेजी में क्या कहते, को हिंदी में क्या, अनुवाद, अंग्रेज़ी में क्या,
      हिंदी में मतलब`,
  },
};
