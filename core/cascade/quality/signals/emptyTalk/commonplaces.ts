/** Words (their first five letters at most) that fill a sentence without saying anything of its subject. */
const commonplace: ReadonlySet<string> = new Set(
  (
    'advan advic age alway amazi answe appre appro area aspec assis avail aware basic becau befor being benef best bette big bit boost ' +
    'care caref carry case certa chall chanc check choic choos clear come commo compl conce conne consi conta corre count cover creat cruci custo ' +
    'day deal decid decis depen detai diffe digit disco diver easil easy effec effor essen every examp excel excit exper explo ' +
    'facto fantasti fasci field find first fit focus follo frien fully funda futur gener glad goal good great grow grown guide hand handl ' +
    'happy hard help helpf hope huge idea ideal imagi impac impor impro indiv infor inter invol issue item job journ key kind know lead learn life ' +
    'littl live long look lot luck main major make manag mani matte mean metho mind moder mome many much natur need never new next nice number ' +
    'offer often open optio order other outco overa part peopl perfe perha perso piece place plan plent point posit possi power pract prefe pro proce prope provi purpo ' +
    'quali quest quick quite range reach ready real reali really reaso recom relat relev reque resea resul right role run safe serio set share side signi ' +
    'simpl situa skill smoot solut sound speci start stay step still succe suit suita suppo sure take team thank thing thoug time tip today top topic ' +
    'toget total true trust try turn type under uniqu usefu valua value varie vario vital wait want way well wheth while whole wide wise wish wonde work ' +
    'world worth year yet truly seem see say said provid overal plenti differ depend import'
  ).split(' '),
);

const FEWEST = 2;

/** Whether a sentence says nothing but commonplaces about the things that were asked about. */
export function isCommonplace(pieces: readonly string[], asked: ReadonlySet<string>): boolean {
  const added = pieces.filter((piece) => !asked.has(piece));
  return added.length >= FEWEST && added.every((piece) => commonplace.has(piece));
}
