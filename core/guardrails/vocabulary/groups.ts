import { words } from './words';

/** Groups that hate is aimed at, as their plural: by sex, gender, orientation, colour, origin, faith, disability, age. */
export const GROUPS = words(`
  women girls females ladies feminists wives mothers men males
  gays lesbians homosexuals bisexuals queers lgbt lgbtq trans transgenders transgender transsexuals transexuals
  transwomen transmen
  blacks africans whites caucasians browns asians latinos latinas hispanics mexicans arabs chinese japanese koreans
  indians pakistanis bangladeshis filipinos vietnamese turks kurds iranians iraqis afghans syrians somalis nigerians
  ethiopians haitians cubans puerto_ricans russians ukrainians poles romanians albanians serbs germans irish italians
  greeks gypsies gypsy roma aborigines natives native_americans palestinians israelis europeans westerners
  immigrants migrants foreigners refugees asylum_seekers aliens illegals newcomers expats
  muslims  jews  jewry zionists hindus sikhs buddhists christians catholics mormons atheists protestants
  people_in_wheelchairs wheelchair_users disabled handicapped people_with_disabilities disabilities autistics the_deaf the_blind amputees
  people_of_color people_of_colour minorities ethnic_minorities  the_elderly  old_people
`);

/** One member of such a group. */
export const MEMBERS = words(`
  wheelchair_user woman asian girl female lady feminist lesbian homosexual bisexual transsexual transwoman transman caucasian latino latina
  hispanic mexican arab indian pakistani turk kurd somali nigerian haitian pole romanian albanian immigrant migrant
  foreigner refugee asylum_seeker muslim jew hindu sikh buddhist christian catholic mormon atheist african
`);

/** What tells such a group from others, before `people`, `man`, `community`. */
export const IDENTITIES = words(`
  black white brown coloured colored gay lesbian homosexual bisexual queer trans transgender transgendered transsexual
  female asian african african-american latino latina hispanic mexican arab arabic chinese japanese korean indian
  pakistani bangladeshi filipino vietnamese turkish kurdish iranian iraqi afghan syrian somali nigerian ethiopian
  haitian cuban russian ukrainian polish romanian albanian german irish italian greek aboriginal indigenous native
  palestinian israeli jewish muslim islamic moslem hindu sikh buddhist christian catholic mormon atheist immigrant
  migrant foreign refugee disabled handicapped autistic deaf blind crippled elderly
`);

/** Nouns that make a group of an identity: black people. */
export const PERSONS = words(`
  people peoples persons men women folk folks guys kids boys girls community communities ones families males females
  children immigrants migrants refugees race races culture lives couples employees students bastards families
`);

/** Nouns that make a member of a group of an identity: a black man. */
export const PERSON = words(
  `person man woman guy kid boy girl individual immigrant migrant refugee child male bastard`,
);

/** Words for a group named before, or for one that the reader is expected to know. */
export const KINDS = words(`
  these_people those_people you_people their_kind your_kind their_people that_kind this_kind such_people
  people_like_them people_like_you people_like_that your_people your_race their_race that_race this_race
  subhumans untermenschen
`);

/** What such groups believe, live or are: said to be this or that as the groups are. */
export const CREEDS = words(
  `islam judaism homosexuality feminism christianity hinduism transgenderism autism islamism`,
);
