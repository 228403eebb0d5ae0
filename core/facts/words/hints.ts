/**
 * Which readers a sentence is worth showing to. Most sentences hold no fact, and reading is what a brief takes its time for:
 * one look at the beginnings of the words, up to four letters of each, spares nearly all patterns. A hint may be wrong; a
 * sentence without one holds nothing for that reader (test/facts/hints.test.ts).
 */
export const hint = {
  device: 1,
  tried: 2,
  person: 4,
  street: 8,
  others: 16,
  correction: 32,
  day: 64,
  yours: 128,
  month: 256,
  money: 512,
} as const

const beginnings: readonly (readonly [keyof typeof hint, string])[] = [
  [
    'device',
    'ipho ipad ipod imac macb mac appl airp home gala pixe xper onep redm huaw xiao noki moto fair play ps psp xbox nint wii swit kind fire echo chro roku surf thin idea lati insp xps lase offi desk envy pixm ecot work frit spee live free ther room dyso kitc nesp gopr fitb garm sono bose sony sams leno asus acer dell hp cano epso bosc siem miel phil lg mode modè devi gerä appa disp apar',
  ],
  [
    'tried',
    'pues usad util benu verw ausg llam cont preg hice trie try tryi inst call rung rang phon aske spok spea been visi look wipe eing nach gefr ange kont such geän gema durc prob hech hech hab rest rebo rese fact rein re unin unpl upda upgr clea dele repl swap swit turn powe chan chec desc reco disc logg sign repa char down foll used usin move movi did done held neug neu zurü inst dein prob ausp vers aktu gelö ausg gewe geta aus ein abge vom gere entk gele über gepr gela verb essa redé réin débr rebr mis vidé rech chan remp véri nett déta étei rall reco déco supp tent prob inte rein desi dese desc actu rest borr camb sust comp revi limp apag ence form',
  ],
  ['person', 'name call heiß heis appe nom llam nomb chia naam heet nome cham here spea hier appa ici'],
  [
    'street',
    'stre st road rd aven ave av lane ln driv dr way clos cour ct plac pl boul blvd terr cres squa sq gard gdns hill grov row mews para high hwy circ cir park pkwy trai walk rise view gree quay whar naga marg rue bd chem impa allé alle quai rout pass faub vill call c avda plaz pza pase cami carr rond trav rua via vial piaz cors am an im zum zur auf unte',
  ],
  [
    'others',
    'wife husb spou part fian girl boyf moth fath mum mom mam dad pare gran nan son sons daug brot sist kid kids chil uncl aunt cous niec neph frie mate budd neig flat room hous coll co cowo boss mana assi secr land tena lodg clie empl acco lawy some anot othe prev sell send driv cour post frau ehef mann ehem verl freu mutt vate elte oma opa groß gros sohn toch brud schw onke tant nich neff nach koll chef verm miet mitb beka jema fahr bote femm épou mari conj comp mère père mama papa fils fill frèr sœur soeu oncl neve bell beau ami amie amis copa copi vois patr colo prop loca quel livr espo muje pare novi madr padr mamá papá abue hij hijo hija herm tío tía prim sobr sueg cuña amig veci compa jefe jefa case inqu algu repa mogl figl frat sore amic vici vrou man moed vade zoon doch broe zus vrie buur mãe mae pai filh irmã irma vizi cole his her hers thei sein dess dere leur elle lui eux suyo suya mine ours mien mein míos mías not isn belo gehö appa pert step half',
  ],
  [
    'correction',
    'mean mist misr typo corr scra stri make bad shou wron tran mixe got gave sorr oops whoo actu apol pard wait hang no rath ents verz ups eige mome nein halt déso en excu oups non perd disc lo uy espe gemei geme ich korr tipp vert vers verw zahl fals rich muss je erre faut rect plut quis quer me erro erra mejo not isn wasn inst nich kein stat anst n pas et au y ni igno disr forg verg oubl olvi new chan now move upda neue neu neuer geän umge jetz nouv démé déso main nuev camb muda ahor old form prev ex alte ehem bish früh anci anti ante no more ya inco right righ tipp fehl bad équi',
  ],
  [
    'day',
    'yest gest hier ayer ieri gist onte vorg avan ante day last letz verg vori lund mard merc jeud vend same dima pasa',
  ],
  [
    'money',
    'eur euro gbp usd cad aud nzd chf sfr inr rs jpy cny rmb sek nok dkk pln brl mxn czk huf sgd hkd zar poun quid doll buck dóla fran fr rupe yen yuan kron kr zł zlot reai peso kč',
  ],
  ['yours', 'your you eure dein ihr ihre votr vos tes ton tu tus su sus vues yours'],
  [
    'month',
    'jan janu jänn janv ene ener genn feb febr févr fév fevr febb fev feve mar marc märz mär mrz mars marz maar mrt març apr apri avr avri abr abri may mai mayo magg mag mei maio jun june juni juin giug giu junh jul july juli juil lugl lug julh aug augu août aout agos sep sept seti sett sete oct octo okt okto octu otto ott outu nov nove novi dec dece dez deze déce déc dici dic',
  ],
]

const byBeginning = new Map<string, number>()
for (const [name, words] of beginnings)
  for (const word of words.split(' ')) {
    const begins = word.slice(0, 4)
    byBeginning.set(begins, (byBeginning.get(begins) ?? 0) | hint[name])
  }

const word = /[a-z0-9\u00df-\u024f]+/g

/** The hints of a sentence, as bits of `hint`. */
export function hintsIn(text: string): number {
  let hints = 0
  for (const written of text.toLowerCase().match(word) ?? []) hints |= byBeginning.get(written.slice(0, 4)) ?? 0
  return hints
}
