import { words } from './words';

/** The commonest words of English prose, so that letters written without the blanks between words can be read. */
export const COMMON_WORDS = words(`
  able about above absolute absolutely abuse according account across act action actions actually add
  added address administration adult adults advice after again against age ago agree ahead air alive all
  allowed almost alone along already also always amateur amazing america american americans among amount
  an and another answer anti any anymore anyone anything apparently apply are area arm around arse art ass assistant article
  as asian ask asked assistant at attack attention available average away awesome babies baby back bad bag
  bar barely base based basically be beautiful beauty became because become becomes bed been before begin
  behind being believe best bet better between big bigger bill bit bitch black blame blonde blood blue
  bodies body bomb bombs boobs book born bot both bottom boy boys brain break breasts bring brother
  brought build building bunch bus business but buy by bypass call called came can cannot car care case
  cases category caught cause certain chance change changed character chat cheap check chest child
  children china chinese choice christian church citizens city class classroom clear clearly click client
  close college come comes comfortable coming command commands comment comments common community company
  complete completely con confidential considered constantly contact content continue control cool core
  couch could countries country couple course cover crazy created criminal crying current cut cute dad
  daily damage damn dark data date dating daughter day days dead deal death decided deep definitely degree
  democrats deserve design details developer did die difference different disease disgusting disregard do
  does dog doing done door doubt down download dream drink drive drunk dude due dumb during each earlier
  early easy eat eating either election else end english enjoy enough entire escort especially etc europe
  even eventually ever every everybody everyone everything evidence evil exactly example except excited
  execute exist experience explain explicit explosive eye eyes face fact fake family far fast fat father
  favorite favourite fear feel feeling feelings feels feet felt female few field fight fighting film
  filter filters finally find fine finger fingers fire first fit five floor focus follow following food
  for force forced forget form forum forward found four free fresh friend friends from front fuck fucked
  fucking full fully fun funny further future game games gave gay general german get gets getting girl
  girls give given gives giving glad go god goes going gone good got government great group groups guess
  guideline guidelines gun guns guy guys had hair half hand hands happen happened happy hard has hate have
  having he head health healthy hear heard hearing heart held hell help helps her here herself hey hidden
  hide high higher highly him himself his history hit hold holding hole home honestly hope hopefully
  hoping horny horrible hot hotel hours house how however huge human hurt husband idea idiot if ignore
  ignoring illegal image images imagine important in include including india indian information initial
  inside instead instruction instructions interested interesting internet into involved is islam israel
  issue issues it its itself jailbreak japan jews job joke judge just keep kept key keys kids kill killed
  killing kind knew knife know knowing known knows lady laid language last late later law laws lay learn
  learned least leave leaving left legal legs less let lets level liberal lie lies life light like liked
  likely line link lips list listen literally little live lived lives living local lol long longer look
  looked looking looks lose lost lot love loved low lucky lying made main major make makes making male man
  many massage matter mature may maybe me mean means media meet members men mental mention mentioned
  message method methods middle might military million mind mine minutes miss missing mode models mom
  moment money month months more mosque most mostly mother mouth move movie movies moving much multiple
  murder music muslim muslims must my myself naked name national natural nature near neck need needed
  needs neighbor neighbour never new news next nice night no nobody non none nor normal north not note
  nothing notices now nude number obvious obviously of off offer offers office often okay old older on
  once one ones online only onto open opinion opposite option or order original other others our out
  output outside over override own page paid pain pants parents part particular parties parts party
  password passwords past pay peace pedophile people per perfect performance personal personally phone
  photo photos physical pics picture pictures piece pink place places plan plans play played playing
  please plus point poison police political politicians poor popular position possible post posted posts
  power practice president pretend pretty previous print prior private probably problem problems process
  product professional project prompt prompts proud provide public pull pulled pushed put question
  questions quickly quite race racism racist rape rate rather read reading ready real realize really
  reason recent recently record red reduce related relationship relationships religion remember remove
  removed repeat report republicans require required research respond response responsibility rest
  restriction restrictions return reveal review rich rifle right risk role roleplay room round rule rules
  run running russian sad safe said same save saw say saying says scene school schools search season
  second secret section security see seeing seek seem seems seen self sense sent series serious seriously
  service services set several sex sexual sexy share sharing she shirt shit short shot should show showing
  shows shut sick side sign similar simply since single sister site sites situation size skills skin sleep
  slut small so social society soft some somehow someone something sometimes son soon sorry sort sound
  sounds source south space special speed spent spread stand star start started starting starts state
  states stay step still stop stopped stories story straight strength strong student students study stuff
  stupid style sub successful such suck sucking sucks suddenly suicide super support supposed sure surgery
  sweet system table take taken takes taking talk talking tape tax teacher team tears teen tell telling
  temple term terms test text than thank thanks that the their them themselves then there these they thing
  things think thinking thinks third this those though thought three through tight time times tiny title
  to today together told tomorrow tongue tonight too took top total totally tough towards town toxic trans
  treated treatment tried true truly trust truth try trying tube turn turned turning two type under
  understand unfiltered unfortunately union united unless until up upon us use used user using usually
  vaccine various version very victim video view violent visit voice vote wait waiting wake walk walked
  wall want wanted wants war warm was watch watching water way ways we wear wearing web website week weeks
  weird welcome well went were western wet what whatever when where whether which while white who whole
  why wide wife wild will win wish with within without woman women won word words work worked working
  works world worse worth would wow wrist wrists write writing wrong yeah year years yes yesterday yet you
  young younger your yourself`);
