/** The words by which a list is asked for, in lower case, as alternatives of a pattern. */
export const verbs =
  'list|name|give me|give|write|suggest|provide|generate|create|top|exactly|come up with|tell me|share|recommend|' +
  'nenne|nennen sie|gib mir|geben sie mir|schreibe?|schlage?|erstelle?|genau|liste|' +
  'donne|donnez|cite|citez|propose|proposez|écris|écrivez|énumère|liste|exactement|' +
  'dame|dime|deme|nombra|enumera|escribe|sugiere|propón|menciona|exactamente|' +
  'dammi|elenca|scrivi|suggerisci|proponi|indica|esattamente|' +
  'dê|me dê|liste|cite|escreva|sugira|exatamente|' +
  'geef me|geef|noem|schrijf|bedenk|podaj|wymień|napisz|zaproponuj|' +
  'назови|дай|перечисли|напиши|предложи|приведи|придумай|назви|напиши|запропонуй|наведи';

/** What there may be several of. Parts of a text (paragraphs, lines) are none: they are not listed. */
export const things =
  'ideas|tips|ways|reasons|examples|facts|names|steps|items|bullet points|bullets|points|questions|titles|headlines|slogans|options|suggestions|alternatives|synonyms|advantages|disadvantages|benefits|keywords|hashtags|countries|cities|books|movies|films|songs|recipes|recommendations|strategies|features|bullet|languages|animals|colou?rs|fruits|risks|causes|symptoms|taglines|interview questions|' +
  'ideen|tipps|gründe|beispiele|namen|schritte|punkte|fragen|titel|überschriften|vorschläge|vorteile|nachteile|synonyme|stichwörter|städte|länder|bücher|fakten|möglichkeiten|' +
  'idées|conseils|raisons|exemples|noms|étapes|questions|titres|suggestions|avantages|inconvénients|synonymes|villes|pays|livres|façons|' +
  'consejos|razones|ejemplos|nombres|pasos|preguntas|títulos|eslóganes|sugerencias|ventajas|desventajas|sinónimos|ciudades|países|libros|formas|beneficios|' +
  'idee|consigli|motivi|esempi|nomi|passi|domande|titoli|vantaggi|svantaggi|sinonimi|città|libri|modi|' +
  'ideias|dicas|razões|exemplos|nomes|passos|perguntas|vantagens|desvantagens|cidades|livros|' +
  'ideeën|redenen|voorbeelden|namen|stappen|vragen|voordelen|nadelen|zalety|zalet|wady|wad|pomysły|pomysłów|przykłady|przykładów|porady|porad|' +
  'идеи|идей|совета|советов|причины|причин|примера|примеров|преимущества|преимуществ|вопроса|вопросов|названия|названий|способа|способов|поради|порад|ідеї|ідей|приклади|переваги|переваг';

const counted: readonly (readonly [count: number, written: string])[] = [
  [2, 'two zwei deux dos due dois duas twee dwa dwie два две дві'],
  [3, 'three drei trois tres tre três drie trzy три'],
  [4, 'four vier quatre cuatro quattro quatro cztery четыре чотири'],
  [5, 'five fünf cinq cinco cinque vijf pięć пять пʼять'],
  [6, 'six sechs seis sei zes sześć шесть шість'],
  [7, 'seven sieben sept siete sette sete zeven siedem семь сім'],
  [8, 'eight acht huit ocho otto oito osiem восемь вісім'],
  [9, 'nine neun neuf nueve nove negen dziewięć девять'],
  [10, 'ten zehn dix diez dieci dez tien dziesięć десять'],
];

/** Numbers as they are written out. */
export const countWords: ReadonlyMap<string, number> = new Map(
  counted.flatMap(([count, written]) => written.split(' ').map((word) => [word, count] as const)),
);
