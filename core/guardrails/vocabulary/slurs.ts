import { words } from './words';

/** Slurs for groups of people. They are here because they have to be recognised. */
export const SLURS = words(`
  nigger niggers niggerish nigglet niglet niglets faggot faggots fagot fagots faggy fag fags tranny trannies
  trannie shemale shemales ladyboys troon troons dyke dykes kike kikes yid yids heeb heebs chink chinks
  chinky chinaman gook gooks slant-eye slanteyes zipperhead spic spics spick spicks wetback wetbacks beaner beaners
  paki pakis paky raghead ragheads towelhead towelheads camel_jockey camel_jockeys camel_fucker sandnigger sandniggers
  sand_nigger sand_niggers muzzie muzzies muzrat muzrats mudslime mudslimes musloid musloids goatfucker goat_fucker
  goat_fuckers coon coons jigaboo jigaboos pickaninny porch_monkey porch_monkeys jungle_bunny jungle_bunnies spook
  darkie darkies darky golliwog pajeet pajeets poojeet dothead gyppo gyppos pikey pikeys gypo wop wops dago dagos
  polack polacks kraut cholo injun injuns redskins squaw half-breed halfbreed mongrel_race untermensch
  retard retards retarded_people tard mongoloid mongoloids spastic spastics spaz spazz cripple cripples gimp gimps
  feminazi feminazis femoid femoids foid foids cunts whores sluts hoes bitches thots skanks hos christ_killers
  abbo abo jewboy hymie poofter poofters poof poofs sodomite
  sodomites lezzo lezzos lesbo lesbos he-she shitskin shitskins mudshark groid groids negroid coolie coolies jap japs
`);

/** Slurs that friends use among themselves so often that alone they say little. */
export const MILD_SLURS = words(
  `nigga niggas niggaz negro negroes queer queers cunt whore slut bitch hoe thot skank`,
);

/** Phrases in which the letters of a slur are an ordinary word. */
export const HARMLESS_HOMONYMS = words(`
  chink_in_the chink_in_his chink_in_her chink_in_our chink_in_your chinks_in_the chinks_in_his chink_of_light
  chinks_of_light spic_and_span spick_and_span dick_van_dyke van_dyke dyke_bars maine_coon maine_coons coon_cat
  coon_hound coon_hounds fag_end fag_ends fag_butt fag_break cigarette_fag smoke_a_fag smoking_a_fag fags_and
  flame_retard fire_retard tranny_fluid spook_house queer_theory queer_studies queer_community queer_art queer_people
  queer_history spastic_colon spastic_paralysis negro_league negro_leagues negro_spirituals sea_dyke dyke_was
  the_dyke_broke dykes_broke built_a_dyke building_a_dyke dyke_that dyke_to dyke_burst dyke_against a_dyke_along dykes_along
  son_of_a_bitch resting_bitch female_dog bitch_about bitching life_is_a_bitch bitch_to cripple_the abo_blood
  bad_bitch bad_bitches boss_bitch blood_group_abo rio_negro garden_hoe hoe_the rake_and_hoe spook_the
`);
