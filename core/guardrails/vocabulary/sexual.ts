import { words } from './words';

const AGE_OF_CONSENT = 18;
const SMALL_AGES = words(
  `five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen`,
);
const AGES = [...SMALL_AGES, ...Array.from({ length: AGE_OF_CONSENT - 1 }, (_, age) => String(age + 1))];

/** Words that hardly occur but in sexual texts. */
export const EXPLICIT = words(`
  dicks pussy pussies cum cums cumming cumshot cumshots creampie blowjob blowjobs handjob handjobs rimjob
  deepthroat deepthroating gangbang gangbangs orgy orgies milf milfs gilf dildo dildos vibrator tits titties
  titty boobs boobies clit slutty horny masturbate masturbates masturbated masturbating orgasmic ejaculate
  hard-on boner fingering fingered fellatio cunnilingus hentai porno pornhub pornstar pornstars xxx xvideos
  xnxx threesome threesomes futa futanari bukkake dominatrix femdom cuckold cumslut fuckable fisting squirting
  doggystyle doggy_style missionary_position sexcam camgirl webcam_sex striptease erotica thrusting thrusted
  throbbing thong hooker hookers hotwife swingers nsfw lewd kinky kink undressing bare_breasts ass_hole
  butthole butt_plug buttplug strapon strap-on blow_job hand_job jerk_off jerking_off jerked_off jack_off wank
  wanking sexting sext onlyfans cock-sucking balls_deep suck_my fuck_me fuck_her fuck_him fucked_her fucked_me
  fucking_me fucking_her wet_pussy big_tits sex_scene sex_story sex_tape sex_slave sex_toy sex_toys sex_chat
  phone_sex group_sex rough_sex hot_sex sex_video sex_videos dong foreplay shemale shemales ladyboy ladyboys
  gangbanged touching_myself touch_myself touching_yourself touch_yourself touching_herself touching_himself
  upskirt slave_girl camel_toe g-spot bitches_fuck ballsack
`);

/** Words of sexual texts that medicine, art and law use as well. */
export const EXPLICIT_BUT_COMMON = words(`
  anal nude nudes naked topless sensual erotic moan moaned moaning moans thrust thrusts bulge groin bra penis vagina
  semen sperm labia buttocks breasts erection ejaculation orgasm orgasms penetration penetrate penetrated arousal
  aroused dick balls hardcore escort escorts prostitute prostitutes incest submissive seduce seduced seduction fetish
  nipples masturbation clitoris lingerie have_sex having_sex had_sex sex_with oral_sex anal_sex porn cock bondage
  voyeur squirt cocks panties spanking spanked undress undressed cleavage strippers stripper slut bdsm fucks crotch
`);

/** Medicine, education and law, in which the same words are harmless. */
export const SEXUAL_CARE = words(`
  cancer screening doctor medical health healthcare symptoms symptom treatment patient patients surgery hospital
  education curriculum school_nurse contraception contraceptive condoms condom pregnancy pregnant fertility ivf
  reproduction reproductive reproduce biology anatomy species plants animals disease infection std sti hiv
  breastfeeding breast_feeding puberty gynecologist urologist law court legislation harassment_policy consent_law
  museum painting sculpture renaissance statue nurse clinic study research harassment assault survivors prevention
  chicken rooster recipe cook oven turkey therapist therapy counselling counsellor counselor helpline sexually_abused
  was_abused
`);

/** What is asked for in sexual requests. */
export const PICTURES = words(
  `picture pictures pic pics photo photos video videos image images selfie selfies nudes`,
);

const CALLED_MINORS = words(`
  child children kid kids minor minors underage under-age preteen preteens pre-teen toddler toddlers infant
  little_girl little_girls little_boy little_boys young_girl young_girls young_boy young_boys schoolgirl schoolgirls
  schoolboy schoolboys loli lolis lolita shota shotacon jailbait middle_schooler teenage_girl teenage_boy teenager
  barely_legal daughter son stepdaughter step-daughter niece nephew underaged pubescent prepubescent
  high_school_girl kindergartner   
`);

/** People who are not of age, by what they are called or by their age. */
export const MINORS: readonly string[] = [
  ...CALLED_MINORS,
  ...AGES.flatMap((age) => [`${age} year old`, `${age} years old`, `${age} yo`]),
];
