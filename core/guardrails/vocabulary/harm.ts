import { words } from './words';

/** Verbs for killing and maiming. */
export const KILL = words(`
  kill murder slaughter butcher massacre stab shoot strangle behead decapitate lynch hang execute exterminate eradicate
  annihilate gas nuke rape gangrape gang_rape drown assassinate torture dismember disembowel impale mutilate maim
  wipe_out wipe_them_out burn_alive burn_down set_on_fire gun_down mow_down hunt_down blow_up bomb poison cull purge
  castrate sterilize sterilise eliminate liquidate crucify skin_alive cut_the_throat_of slit_the_throat_of
  stone_to_death beat_to_death put_down put_to_death get_rid_of bury_alive run_over neuter euthanize
`);
export const KILLED = words(`
  killed murdered slaughtered butchered massacred stabbed shot strangled beheaded decapitated lynched hanged hung
  executed exterminated eradicated annihilated gassed nuked raped gangraped drowned assassinated tortured dismembered
  impaled mutilated maimed wiped_out wiped_from wiped_off burned burnt burned_alive burned_at_the_stake burnt_alive
  set_on_fire gunned_down mowed_down hunted_down blown_up bombed poisoned culled purged castrated sterilized sterilised
  eliminated liquidated crucified skinned_alive stoned stoned_to_death beaten_to_death put_down put_to_death put_to_sleep
  gotten_rid_of destroyed extinguished erased removed euthanized exterminated_like aborted thrown_off shot_dead
`);

/** Of somebody else's deed: `I hope somebody kills`. */
export const KILLS = words(`
  kills murders slaughters stabs shoots strangles beheads lynches hangs executes exterminates gasses rapes drowns
  tortures poisons burns beats beats_up hits punches attacks assaults kicks hurts runs_over wipes_out
`);
/** Of a deed that is dreamed of: `I think of killing`. */
export const KILLING = words(`
  killing murdering slaughtering stabbing shooting strangling beheading lynching hanging exterminating gassing raping
  drowning torturing poisoning
`);

/** Verbs for hurting; alone they are also said of games and ideas. */
export const HURT = words(`
  hurt beat attack punch slap hit kick smash crush choke cut whip harm destroy bash beat_up burn fight assault fuck_up
  hunt jump knife strike mess_up run_down injure abuse
  spit_on spit_at piss_on slap slap_around beat_down teach_a_lesson
`);
export const HURTED = words(`
  hurt beaten attacked punched slapped hit kicked smashed crushed choked whipped harmed bashed beaten_up assaulted
  injured punished caged enslaved imprisoned jailed locked_up rounded_up segregated
  taught_a_lesson put_in_their_place spat_on muzzled silenced
`);

/** What is to be done with those who are not wanted. */
export const EXPEL = words(`
  deport expel ban exile remove kick_out throw_out send_back ship_back get_rid_of round_up lock_up segregate cage
  enslave silence keep_out drive_out chase_out cleanse
`);
export const EXPELLED = words(`
  deported expelled banned exiled kicked_out thrown_out sent_back shipped_back sent_home rounded_up locked_up outlawed
  forbidden prohibited barred prevented segregated caged enslaved sent_away shipped_off imprisoned denied stripped kept_out driven_out fired excluded
  avoided treated_like_animals treated_like_dogs silenced neutered put_in_camps put_in_their_place
`);

/** People, named by what they are to the speaker or to the public. */
export const VICTIMS = words(`
  you him her them everyone everybody someone somebody people kids children child students classmates neighbour
  neighbor neighbours neighbors boss wife husband ex ex-wife ex-girlfriend girlfriend boyfriend mother mom mum father dad
  parents sister brother teacher teachers family cop cops police policeman officer officers coworker coworkers
  colleague colleagues president senator judge politician politicians man men person guy baby babies bitch bastard
  bastards roommate stepfather stepmother uncle grandmother landlord mayor minister governor priest nurse classmate
  protesters demonstrators journalists citizens civilians pedestrians shoppers crowd
`);

/** Where many people are. */
export const CROWDED_PLACES = words(`
  school classroom university college campus church mosque synagogue temple mall office workplace hospital concert
  stadium airport station embassy city_hall courthouse capitol parliament place building town subway nightclub club
  theater theatre festival parade marathon market
`);

/** What is not to be built at home. */
export const WEAPONS = words(`
  bomb bombs pipe_bomb pipe_bombs nail_bomb dirty_bomb car_bomb explosive explosives ied ieds molotov molotov_cocktail
  molotov_cocktails napalm thermite nerve_gas sarin ricin mustard_gas grenade grenades ghost_gun ghost_guns silencer
  chemical_weapon chemical_weapons bioweapon bioweapons biological_weapon suicide_vest landmine tatp anthrax vx
  untraceable_gun detonator poison_gas
`);

/** Parts of a body that threats name. */
export const BODY_PARTS = words(
  `legs leg neck face jaw bones bone skull throat arms arm fingers nose head teeth kneecaps ribs ass guts brains spine throats necks faces heads skulls noses spines knees`,
);

/** Words of wounds and gore, as a description of violence has them. */
export const GORE = words(`
  blood bleeding bled gore gory guts entrails intestines dismembered severed decapitated beheaded mutilated corpse
  corpses gutted disemboweled impaled stabbed slaughtered slashed stab wound wounds flesh bones skull shattered
  screaming screams agony tortured torture gunshot gunned executed massacre hacked chopped crushed ripped torn burned
  burnt charred eyeballs limbs carcass butchered shrapnel amputated fractured stitches punctured
`);
