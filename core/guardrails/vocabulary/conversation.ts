import { words } from './words';

/** Who speaks. */
export const SPEAKERS = words(`i we us`);
/** Everybody, as in what everybody thinks. */
export const EVERYBODY = words(`everyone everybody we_all nobody people
  who_else anyone_else only_one only_person
`);
/** What is wished on somebody. */
export const ILL_FATES = words(`
  die dies dying dead death suffer burn rot disappear vanish drown choke starve bleed perish hurt cancer hell
  drop_dead burn_in_hell rot_in_hell go_extinct extinct get_raped get_shot get_killed get_cancer get_hit_by
  get_run_over get_beaten kill_themselves kill_yourself kill_himself kill_herself off_themselves
`);

/** Telling somebody to end their life. */
export const SUICIDE_TAUNTS = words(`
  kill_yourself kill_urself kys kill_your_self go_die go_and_die hang_yourself neck_yourself shoot_yourself
  drink_bleach end_your_life end_yourself slit_your_wrists jump_off_a_bridge jump_off_a_cliff off_yourself
  unalive_yourself do_the_world_a_favor do_the_world_a_favour do_everyone_a_favor drop_dead go_kill_yourself
`);

/** What tells somebody that they are not wanted. */
export const REJECTIONS = words(`
  nobody_likes_you no_one_likes_you nobody_loves_you no_one_loves_you everyone_hates_you everybody_hates_you
  nobody_cares_about_you no_one_cares_about_you nobody_would_miss_you no_one_would_miss_you nobody_wants_you
  no_one_wants_you we_all_hate_you waste_of_space waste_of_oxygen waste_of_air waste_of_skin waste_of_life
  piece_of_shit piece_of_garbage piece_of_trash pieces_of_shit sack_of_shit bag_of_shit pile_of_shit poor_excuse_for
  you_make_me_sick you_disgust_me ashamed_of_you should_never_have_been_born should_have_been_aborted
  should_have_swallowed shut_the_fuck_up shut_your_mouth go_fuck_yourself fuck_yourself suck_my_dick suck_my_balls
  eat_shit go_to_hell i_hate_you i_despise_you hope_you_die hope_you_get wish_you_were_dead rot_in_hell burn_in_hell
  your_mom_is your_mother_is kiss_my_ass screw_you fuck_you
`);

/** Private things that are not to be found out or spread. */
export const PRIVATE_DETAILS = words(`
  home_address address phone_number number addresses workplace real_name personal_information personal_info
  private_information private_photos personal_details family_address nudes private_pictures location
`);

/** Finding out and spreading. */
export const EXPOSE = words(`
  find post leak publish share spread release expose get track_down dig_up look_up upload dump distribute
`);
