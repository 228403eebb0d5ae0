/** What holds sentences together in the languages of the company's customers; folded. It is neither posted nor looked up. */
const lists = {
  english:
    'a an the and or but if of to in on at by for from with as is am are was were be been it its this that these those i you he she we they me him her us them my your his our their do does did not no so there what which who when where how have has had will would can could should just about',
  german:
    'der die das den dem des ein eine einen einem einer und oder aber wenn von zu zum zur im in an am auf fur mit als ist bin sind war waren sein es sie er wir ihr ich mich mir uns ihnen mein meine meinen ihre ihren nicht kein keine so da dass was wie wo wann hat habe haben hatte wird werden noch auch nur bei nach aus',
  french:
    'le la les un une des du de et ou mais si en au aux dans sur par pour avec est suis sont etait etre il elle on nous vous ils elles je tu me te se mon ma mes votre vos notre nos leur ne pas ce cet cette ces que qui quoi quand comment ai avez avons ont plus',
  spanish:
    'el los las una unos unas del y o pero al con por para es son soy era ser esta estan yo tu usted nosotros ustedes mi mis su sus nuestro lo que quien cuando como donde no si se he ha han hay mas muy',
}

const words = new Set(Object.values(lists).flatMap(list => list.split(' ')))

export const isStopWord = (folded: string): boolean => words.has(folded)
