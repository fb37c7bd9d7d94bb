import { words } from './words';

/** Words of ill will, which say much beside the name of a group and little elsewhere. */
export const HOSTILE = words(`
  hate hated despise loathe detest sick disgust disgusts gross angry anger rage furious fed_up piss_off pissed
  trouble problem problems waste useless prison jail punish punished punishment worse worst lie lies lying liars steal
  steals stealing thieves whine whining complain complaining stink stinks stinking smell ruin ruined ruining destroy
  destroying destroyed repulse repulsive allergic vomit puke creepy shoot shooting kill killed murder slaughter stab
  stabbed hang burn fire dead die dying death gas drown poison beat beating fist punch kick blood bleed suffer 
  hell cage caged chained slaves slave trash garbage scum filth dirt pigs rats animals apes monkeys parasites disease
  cancer plague shit crap fuck fucking fucked screw damn goddamn bitch bitches cunt whore stupid dumb idiots idiot
  moron morons fools brainless  no_brain evil devil vile filthy dirty ugly fat lazy greedy inferior weak
  pitiful pathetic worthless hopeless disgrace  embarrassment pity  exist existing existence breed
  breeding invade invading invasion overrun infest take_over taking_over replace replacing enemy enemies traitors
  threat menace  criminals crime crimes rapists thugs terrorists perverts freaks weirdos unnatural abnormal
  sinful sinners sin immoral degenerate deported deport expelled get_out go_back go_home keep_out lock_up lock sink
  rid exterminate eradicate eliminate wipe_out extinct gone less_than_human subhuman beneath  
  ban banned avoid toxic crazy insane deranged mental nasty horrible terrible awful rotten obnoxious annoying unbearable
  insufferable manipulative cheat cheating cheaters selfish ungrateful arrogant violent savage savages barbaric
  multiply multiplying swamp swamped hunt slap beaten spit smash torch mutts
  contempt hatred loathing revulsion nausea furious repel repels repelled repulses sickening stomach skin_crawl bullet bullets gun skull skulls acid noose
  rope whip cages crawl crawls crawling swarm swarming insect insects bug bugs pest pests rabid dogs dog rot exterminator
  gas_chambers cleanse cleansed burden leech leeches shithole stupidity laziness thief fool fools idiotic incapable cheater
  intruders segregate outlaw outlawed slaughtered miserable misery unwelcome unwanted refuse hanging lock_them
  primitive backward illiterate uneducated ignorant cheap dishonest deceitful sneaky crooked corrupt corrupting shove
`);

/** Words of good will, of care and of counsel: what is bad beside them is usually what is done to a group. */
export const FRIENDLY = words(`
  love loves loved support supports respect respected rights equal equality help helped helps helping protect protects
  protected friend friends proud peace kind kindness welcome welcomed celebrate celebrated honour honor happy wonderful
  amazing great beautiful brave valuable thank thanks empathy solidarity inclusion diversity justice injustice
  discrimination victim victims survivors abuse harassment stereotype stereotypes oppression oppressed fear safe safety
  attack_on attacks_on assault_on assaults_on murder_of killing_of persecution_of massacre_of hatred_of violence_towards
  donate donated donation donor doctor doctors nurse tested screened screening vaccine vaccinated diagnosed treatment
  clinic hospital dose therapy
  allies ally dignity deserve_better fair unfair community picnic healthcare research awareness prejudice against
`);
