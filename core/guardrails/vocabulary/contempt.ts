import { words } from './words';

/** What people are called who are to be thought less than human. */
export const DEHUMANISING = words(`
  animals animal beasts beast vermin rats rat pigs pig swine cockroaches cockroach roaches insects bugs parasites
  parasite leeches leech maggots worms lice ticks fleas snakes apes ape monkeys monkey gorillas baboons chimps dogs
  mongrels curs hyenas jackals savages savage barbarians barbarian primitives subhuman subhumans sub-human inhuman
  nonhuman untermenschen scum filth trash garbage rubbish dirt shit shits excrement feces sewage waste plague cancer
  cancers tumor tumour disease diseases virus viruses infection pestilence pest pests infestation blight poison rot
  demons devils satan demonic monsters abominations abomination aberration freaks freak mutants creatures locusts
  cattle germs cum-dumpsters dirtbags degenerates lowlifes mistake mistakes scumbags
  livestock cow cows sheep whale
`);

/** Adjectives of contempt, for what somebody is. */
export const CONTEMPTUOUS = words(`
  stupid dumb idiotic moronic brainless retarded ignorant illiterate uncivilized uncivilised uneducated inferior
  worthless useless pointless pathetic disgusting disgraceful repulsive repugnant revolting repellent gross nasty vile
  filthy dirty smelly stinking greasy slimy rotten evil wicked despicable detestable loathsome contemptible abhorrent
  hateful-looking sickening nauseating vulgar hideous ugly fat lazy greedy cheap crooked dishonest deceitful
  untrustworthy lying sneaky treacherous cowardly weak-minded weak feeble immoral sinful perverted depraved deviant
  degenerate unnatural abnormal sick mental crazy insane hysterical irrational deranged violent savage barbaric
  dangerous criminal cruel insufferable unbearable intolerable annoying terrible horrible awful dreadful
  good-for-nothing brainwashed backward backwards lesser substandard unworthy shitty crappy cunty whiny entitled
  manipulative promiscuous slutty whorish subservient braindead brain-dead bloodthirsty undeserving despised
  trashy low-life lowlife incompetent unintelligent simple-minded shameful shameless parasitic diseased toxic sub-par
  ugliest dumbest stupidest laziest filthiest miserable incapable untrustworthy unfit rabid
  overemotional scummy unwanted hopeless helpless fucked
  mentally_ill mentally_unstable mentally_sick mentally_retarded thick thick_as inhuman subhuman second-class soulless spineless insignificant dim-witted narrow-minded scheming bossy fake pretentious clueless shady dodgy wretched
`);

/** Nouns of contempt, for somebody whatever the group. */
export const INSULTS = words(`
  idiot idiots moron morons imbecile imbeciles fool fools dumbass dumbasses dumbfuck dumbfucks dimwit halfwit nitwit
  nitwits simpleton cretin cretins loser losers scumbag scumbags bastard bastards asshole assholes arsehole arseholes
  azzhole dick dickhead dickheads prick pricks twat twats wanker wankers douche douchebag douchebags jackass jackasses
  motherfucker motherfuckers motherfucking fucker fuckers fuckface shithead shitheads shitbag shitstain dipshit
  dipshits bitch cunt whore slut hoe skank pussy pussies cocksucker cocksuckers coward cowards clown clowns pervert
  perverts creep creeps psycho psychopath psychopaths sociopath lunatic nutjob weirdo freak freaks pig scum trash
  garbage filth vermin parasite parasites rat maggot worm snake disgrace embarrassment failure failures nobody
  nothing waste liar liars thief thieves thugs criminals criminal crooks terrorist terrorists rapists rapist murderers
  pedo pedos pedophile pedophiles paedophiles groomers groomer invaders traitors whores sluts leech retard retards
  hooligans fanatics extremists barbarians inbreds inbred predators devil sheep libtard cuck simp neckbeard incel
  cow molesters child_molesters child_molester gold_diggers savages scroungers freeloaders terrorists
  sex_object sex_objects second_class_citizens failures frauds fraud cheats cheat beggars backstabbers predators molesters heathens infidels sinners
`);

/** Nouns for what is said to be bad for everybody else. */
export const MENACES = words(`
  threat menace burden enemy enemies problem danger curse stain disgrace shame sickness disorder scourge nuisance joke
  insult drain embarrassment perversion abomination sin crime evil reason_for tumor liability
`);

/** Verbs for what a despised group is said to do. */
export const VILE_DEEDS = words(`
  ruin ruins ruined ruining destroy destroying destroys stink stinks suck sucks smell smells disgust disgusts sicken
  sickens repulse infest infesting invade invading invaded pollute polluting contaminate corrupt corrupting steal
  stealing leech leeching brainwash groom grooming breed breeding overrun overrunning infect infecting plague
  plaguing outbreed poison poisoning take_over taking_over taken_over make_me_sick makes_me_sick make_me_puke
  make_me_vomit make_my_skin_crawl deserve_what control_the_media control_the_banks control_the_world
  run_the_media rule_the_world live_off living_off sponge_off destroyed cause_all ruining_everything
  get_on_my_nerves drive_me_mad drive_me_crazy annoy_me
  creep_me_out freak_me_out piss_me_off
`);

/** Verbs of hatred, first person or imperative. */
export const HATING = words(`
  hate hating hated despise despised despising loathe loathed loathing detest detested detesting abhor abhorred
  can_not_stand  can_not_bear can_not_tolerate sick_of so_sick_of sick_and_tired_of tired_of fed_up_with
  disgusted_by repulsed_by have_no_respect_for look_down_on ashamed_of have_contempt_for do_not_like dislike
  do_not_want want_nothing_to_do_with hate_on no_respect_for
  no_respect_for zero_respect_for do_not_trust do_not_respect never_trust
`);

/** Of the adjectives of contempt those that mean nothing else when they stand right before a group. */
export const FOUL = words(`
  stupid dumb idiotic moronic brainless retarded uncivilized uncivilised inferior worthless useless pathetic disgusting
  repulsive revolting vile filthy dirty smelly stinking despicable subhuman ugly fat lazy greedy slutty whorish
  parasitic degenerate perverted depraved shitty goddamned murderous inbred satanic
`);
