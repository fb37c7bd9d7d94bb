import { words } from './words';

/** Says that something is not so. */
export const NOT = words(
  'not never no dont doesnt wont cannot cant without neither nor isnt arent nicht nie keine keinen',
  'ohne sans aucune jamais sin nunca ningun* senza mai nessun* sem nenhum* zonder geen bez zadnych',
  'без никаких 没有 不 なし 없는 없이',
);
