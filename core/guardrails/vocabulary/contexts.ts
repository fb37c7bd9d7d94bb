import { words } from './words';

/** Computers, in which things are killed, aborted and executed. */
export const TECHNICAL = words(`
  process processes thread threads python javascript java node server servers linux unix windows docker kubernetes
  container containers pod pods script scripts  terminal shell bash pid signal sigkill daemon job jobs task tasks
  query queries database sql code function method_call api   software bug bugs kernel memory cpu zombie
  worker browser tab app application session connection pkill kill_command taskkill git branch  pipeline async
  framework  compiler parser algorithm cluster cron
`);

/** Games and sports, in which one kills and shoots and beats without harm. */
export const PLAYFUL = words(`
  game games gaming gamer player players playing boss_fight level levels npc npcs quest quests dungeon minecraft
  fortnite gta zelda skyrim mario pokemon dota valorant overwatch raid spawn respawn enemy_team fps rpg monster monsters
  dragon dragons goblin goblins orc orcs zombies aliens chess poker basketball football soccer tennis hockey baseball
  goalie goal goals championship league match tournament penalty score mmo xbox playstation nintendo strategy_game
  sudoku crossword video_game video_games card_game board_game dnd
`);

const FACTUAL_WORDS = words(`
  history historical century war_crimes museum memorial essay documentary textbook lecture genocide_in holocaust
  survivors trial court convicted sentenced jury prosecutor prosecutors police_said arrested investigation suspect
  according_to reported reporter article journalist news statistics study researchers victims_of prevention awareness
  charity law legislation amnesty human_rights treaty in_1939 wwii colonial apartheid slavery abolition civil_rights
  segregation excluded accused persecuted suffrage assassination assassinated authorities officials officials_said charged alleged allegedly lawsuit
`);

const FIRST_YEAR = 1000;
const LAST_YEAR = 2029;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, year) => String(FIRST_YEAR + year));

/** History, news, law, teaching and prevention: by their words, and by a year. */
export const FACTUAL: readonly string[] = [...FACTUAL_WORDS, ...YEARS];

/** Stories; they lower a suspicion only a little, because they are its commonest excuse. */
export const FICTIONAL = words(`
  novel chapter fiction fictional protagonist screenplay movie film poem scene_from character characters plot
  fairy_tale villain thriller fantasy_novel short_story hero heroine
`);

/** Ordinary phrases made of charged words. They are read as one word, which means nothing bad. */
export const HARMLESS_PHRASES = words(`
  bath_bomb bath_bombs photo_bomb cherry_bomb seed_bomb seed_bombs bomb_squad bomb_shelter bomb_disposal bomb_threat_training
  time_bomb logic_bomb fork_bomb zip_bomb email_bomb bombshell the_bomb_cyclone bomb_detection bomb_dog glitter_bomb
  kill_switch kill_time killing_time kill_it killed_it killing_it killing_me kills_me kill_the_mood kill_the_lights
  kill_two_birds dressed_to_kill would_kill_for could_kill_for to_kill_for killer_feature my_feet_are_killing
  kill_the_engine kill_your_darlings kill_the_vibe kill_the_music kill_a_process kill_the_process kill_bill
  to_kill_a_mockingbird kill_the_noise kill_the_weeds kill_weeds kill_germs kill_bacteria kill_the_pain
  shoot_you_an shoot_you_a shoot_me_an shoot_me_a shoot_him_an shoot_him_a shoot_her_an shoot_her_a shoot_them_an
  shoot_them_a shoot_the_breeze photo_shoot shoot_hoops shoot_for_the shoot_a_video shoot_a_movie shoot_a_film
  shoot_portraits shoot_people_with_my_camera shoot_up_to shot_up_to hit_you_up hit_me_up hit_him_up hit_her_up
  hit_them_up hit_the_gym hit_the_road hit_the_books beat_you_to beat_you_at beat_him_at beat_her_at beat_them_at
  beat_you_in beat_him_in beat_her_in beat_them_in beat_me_to crush_it crush_on burn_calories burn_fat
  cut_you_some_slack cut_him_some_slack cut_her_some_slack cut_them_some_slack cut_you_a cut_you_off cut_him_off
  cut_her_off cut_them_off cut_people_off cut_the_crap cut_myself_a cut_myself_some cut_myself_off cut_myself_shaving
  cut_myself_while cut_myself_on cut_myself_with_a_kitchen cut_myself_cooking cut_myself_chopping cut_myself_by_accident
  hurt_myself_at hurt_myself_while hurt_myself_running hurt_myself_playing hurt_myself_lifting kicking_myself
  kick_myself beat_myself_up beating_myself_up pat_myself shoot_myself_in_the_foot laugh_myself_to_death hit_the_nail
  hate_to_say hate_to_break hate_to_be hate_when hate_how hate_that hate_it hate_crime hate_crimes hate_speech
  hate_group hate_groups love_hate death_metal killer_whale killer_bees breast_cancer prostate_cancer cancer_screening
  sex_education sex_ed same_sex opposite_sex sex_ratio sex_discrimination sex_hormones sex_change safe_sex
  sexual_reproduction sexual_health sexual_orientation sexual_harassment sexual_assault sex_offender sex_trafficking
  sex_chromosome sex_worker_rights naked_eye naked_mole naked_truth cock_a_doodle cock-a-doodle-doo stop_cock
  peacock moby_dick dick_tracy dick_cheney philip_k_dick tit_for_tat blue_tit great_tit bra_size pussy_willow
  pussy_cat pussycat drop_dead_gorgeous dying_to dying_for dying_of_laughter dead_tired white_trash_bag garbage_collection
  garbage_collector trash_can dirty_dishes dirty_laundry guinea_pig guinea_pigs rat_race lab_rats piggy_bank
  year_of_the_rat hot_dog hot_dogs animal_lovers animal_rights black_box black_hole black_market white_paper whitelist
  blacklist black_cat white_noise black_friday black_tea brown_rice white_house black_coffee straight_line
  master_and_slave suicide_squad suicide_prevention suicide_hotline suicide_rates suicide_rate suicide_bomber
  suicide_bombers suicide_bombing suicide_awareness suicide_mission political_suicide career_suicide
  commercial_suicide torture_test eat_the_rich burn_the_midnight execute_the execute_a execute_this drive_me_crazy
  hang_out hang_up hang_the_painting hang_pictures let_it_hang rape_of_nanking rapeseed rape_seed blue_tits great_tits coal_tits willow_tit just_saying only_saying deserve_hate deserve_the_hate
  deserve_any_hate deserve_abuse deserve_the_abuse deserve_violence deserve_the_violence deserve_harassment
  deserve_discrimination deserve_the_blame rape_crisis
  anti_rape shot_of_espresso screw_driver fuck_yeah fuck_yes oh_fuck holy_shit bad_ass badass kick_ass kickass
  french_kiss poison_ivy food_poisoning snake_oil pig_out
  can_not_wait no_doubt can_tell rather_die_than kill_myself_laughing killing_myself_laughing
  sneaky_devil lucky_devil poor_devil lucky_bastard poor_bastard lucky_bitch
`);
