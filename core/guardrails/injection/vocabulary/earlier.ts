import { words } from './words';

/** Before this text, or there from the beginning. */
export const EARLIER = words(
  'previous previously prior earlier above preceding former foregoing original initial existing old',
  'past aforementioned',
  'vorherig* vorig* bisherig* fruher* obig* ursprunglich* vorangegangen* vorangehend* zuvor',
  'anfanglich*',
  'precedent* anterieur* initiales dessus prealable* originales',
  'anterior* previas previos previa iniciales arriba precedenti precedente iniziali sopra iniciais',
  'acima antigas',
  'vorige eerdere voorgaande bovenstaande poprzedni* wczesniejsz* powyzsz* dotychczasow*',
  'предыдущ* прежн* предшеству* вышеуказан* ранее попередн* onceki yukaridaki',
  'tidigare foregaende ovanstaende tidligere forrige ovenstaende foregaende predchoz* anterioare',
  'korabbi elozo aiemmat edelliset aiempia',
  'προηγούμεν* παραπάνω السابقة السابق הקודמות הקודמים पिछले पिछली पूर्व',
  '之前 以前 以上 上述 先前 前面 上面 此前 原来 原先 これまで 前 上記 今まで 先ほど それまで',
  '이전* 앞의 앞선 앞서* 위의 지금까지* 기존* truoc sebelumnya ก่อนหน้า ก่อนหน้านี้',
);

/** Every one of them. */
export const ALL = words(
  'all any every everything whatever alle alles samtliche tout toutes tous todas todos todo tutte',
  'tutti tutto tudo',
  'wszystkie wszystko wszelkie все всё всех усі всі tum butun alla vsechny toate minden kaikki όλες',
  'όλα όλους جميع كل כל सभी सब',
  '所有 一切 全部 任何 すべて 全て 全部 あらゆる 모든 모두 semua segala tat ทั้งหมด',
);
