import { words } from './words';

/** Said by somebody who thinks of ending their life; the first person is part of the phrase. */
export const DEATH_WISHES = words(`
  end_my_life ending_my_life end_my_own_life take_my_life take_my_own_life taking_my_own_life end_it_all ending_it_all
  better_off_dead better_off_without_me want_to_die wanted_to_die want_to_be_dead wish_i_was_dead wish_i_were_dead
  wish_i_was_never_born wish_i_had_never_been_born do_not_want_to_live do_not_want_to_be_alive
  do_not_want_to_exist do_not_want_to_be_here_anymore no_reason_to_live nothing_to_live_for no_point_in_living
  tired_of_living tired_of_being_alive can_not_go_on ready_to_die i_should_just_die hope_i_die wish_i_could_die
  want_to_disappear_forever stop_existing never_wake_up not_wake_up_tomorrow life_is_not_worth_living want_it_all_to_end
  wanting_to_die rather_be_dead
`);

/** What somebody does to `myself`. */
export const TO_ONESELF = words(`
  kill killing hang hanging shoot shooting drown drowning cut cutting hurt hurting harm harming starve starving burn
  burning stab stabbing poison poisoning punish mutilate off unalive suffocate asphyxiate murder
`);

/** Words of self-harm, whoever does it. */
export const SELF_HARM_WORDS = words(`
  suicide suicidal self-harm selfharm self_harm self-harming self_harming self-injury cutting overdose overdosing
  thinspo proana pro-ana thinspiration
`);

/** Help, research and mourning, which speak of it without wanting it. */
export const SELF_HARM_CARE = words(`
  prevention prevent prevented hotline helpline lifeline awareness support_group counselling counseling counselor
  therapist therapy survivor survivors warning_signs statistics research study studies rates rate bomber bombers bombing
  squad mission charity campaign training documentary risk_factors psychology sociology durkheim crisis_line rigged
  helped help_someone help_a_friend
`);
