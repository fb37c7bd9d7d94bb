import { words } from './words';

/** Words that stand between a verb and what it is said of, without changing what is said. */
export const FILLERS = words(`
  all just only such so really very fucking fuckin frickin freaking damn goddamn damned bloody a an the bunch of
  nothing but  better than like more pack lot group load basically simply truly always naturally inherently most
  mostly usually often completely totally utterly absolutely literally some kind these those every each any single
  complete total absolute utter pure real big huge biggest worst total actual and or even little too quite pretty also
  still clearly obviously honestly seriously genuinely  to me us my our is are being as much one piece pieces full
  half fully both many other others entire whole such-and-such worse lower beneath least what
  no_better_than nothing_but nothing_more_than no_more_than none_other_than worse_than no_different_from born by_nature same known
  without_exception without_doubt without_question without_a_doubt no_wonder not_only no_matter
`);

/** Small words before the one that is spoken of. */
export const DETERMINERS = words(`
  a an the this that these those my your his her our their all every each any some of no fucking fuckin damn goddamn
  damned bloody bunch those other more as many possible stupid old little such single so-called entire whole most both
  two three random innocent few couple of bunch_of lot_of whole_bunch_of every_single
  next last another
`);

/** What stands between the speaker and the deed: will, wish, obligation, emphasis. */
export const INTENTS = words(`
  will would could shall should must can am are going to want wanted like love need have has got plan planning about
  ready just really so fucking gonna finally literally seriously might hope hoping wish be being feel intend intending
  try trying dream dreaming fantasize fantasise of think thinking able getting willing happily gladly actually still
  all soon totally definitely someday tonight tomorrow one day rather
  can_not_stop can_not_help are_going_to have_to need_to has_to needs_to got_to ought_to be_better
`);

/** Ought to, about a group: what should be done. */
export const OBLIGATIONS = words(`
  should must shall ought_to need_to needs_to have_to has_to got_to   better may might will
  are_going_to can could would_be_better better_be
`);

/** Makes the opposite of what follows. */
export const NEGATIONS = words(`
  not never no nobody none neither nor without  stopped against  hardly nothing_wrong_with wrong_to
  unacceptable_to refuse refused refuses do_not_want_to do_not_want_anyone do_not_want_people
  stop_saying stop_calling stop_treating stop_hating stop_telling stop_killing stop_hurting stop_attacking stop_thinking must_stop_treating
`);

/** Told of what somebody else said or thought. */
export const REPORTS = words(`
  said says saying say tells told telling claims claimed claim calling called calls call shouted shouting yelled yelling
  write wrote writes writing tweeted posted quote quoted quotes phrase word term slur slurs statement statements comment
  comments remark remarks joke jokes like_saying argued argues believes believed thinks assume assumes stereotype
  stereotypes stereotyping rhetoric accusing accused accuses suggest suggests suggesting insisted claiming describing
  described chanting chanted message headline propaganda myth lyrics line slogan sign
  believe think post posts users_who messages caricature trope tropes against_our_rules
  tell asserts assert imply implies implying pretend pretending
`);

/** Condemns what was said. */
export const CONDEMNATIONS = words(`
  wrong unacceptable racist racism sexist sexism misogynist misogyny misogynistic homophobic homophobia transphobic
  transphobia islamophobic islamophobia antisemitic anti-semitic antisemitism anti-semitism xenophobic xenophobia
  ableist ableism bigot bigots bigotry bigoted hateful hate_speech offensive prejudice prejudiced intolerance intolerant
  discriminatory discrimination condemn condemned condemns condemning inexcusable appalling reprehensible abhorrent
  outrageous shameful not_ok not_okay never_ok never_okay ignorant_to cruel_to horrible_to disagree untrue false
  unfair harmful inappropriate disrespectful hurtful tolerate tolerated shame_on how_dare uncalled_for
  not_true not_acceptable out_of_line report_you reported has_to_stop needs_to_stop must_stop nonsense bullshit lie
  banned no_place_for ashamed dehumanizing dehumanising no_excuse have_to_hear
  makes_me_sad breaks_my_heart please_report sad_that sad_when it_hurts
`);

/** Somebody else than the speaker and the reader. */
export const THIRD_PERSONS = words(`
  he she they who   nazis nazi racists bigots misogynists homophobes supremacists isis hitler regime some_people
  terrorists extremists men_who women_who others trolls he_would they_would   government rapist
  kkk klan   killer murderer
`);
