/**
 * What words weigh in the talk of customers, on AFINN's scale of −5 to 5. English ones add to AFINN or overrule it: "help",
 * "please" and "support" say nothing of a mood here, "waiting" and "again" do. The other languages have only these.
 */
export const contactCentreWords: Record<string, Record<string, number>> = {
  en: weigh({
    '0': 'help helping helped please support care like share join want wants wanted top big united fine yes free number matter matters interest issue problem solution solve ensure chance straight true natural trust luck kind miss missing no stop stopped leave alone pay',
    '-1': 'seriously apparently explain explanation respond response unanswered switching fix reimburse reimbursement excuse nowhere longest ago dont cant wont didnt doesnt hour hours hr hrs minutes mins hold holding told tried trying called calling supposed why nothing cannot anyone sitting error errors expired without refused charged confused waiting wait waited again yet still another delay delayed late slow chase chasing missing incorrect issue issues problem problems unanswered nobody',
    '-2': 'disconnected runaround excuses clueless overbooked oversold downgraded miscommunication compensation ruined ruining ruin ugh smh lousy unhappy shame ripped stolen forced forever unclear uncomfortable dirty disorganized disorganised cancelled canceled stranded hung crashed crashing misled unable impossible lacking refuses refusing dropped worse mess wasted waste cancel cancelling refund complaint complain broken faulty damaged defective stuck ignored ignoring unresolved unhelpful useless rude unacceptable disappointed disappointing frustrated frustrating annoyed annoying overcharged failed fails failing wrong nobody lost unreliable poor inconvenience',
    '-3': 'unprofessional incompetence inept disrespectful horrendous atrocious wtf crap insane ridiculous disgusting disgusted appalling appalled furious angry outraged terrible horrible awful pathetic joke shambles nightmare worst scam fraud lied liars lies fuming livid incompetent disgrace disgraceful sick',
    '2': 'thx ty smooth smoothly easy friendly courteous professional efficient prompt promptly polite gracious comfortable recommend seamless shoutout responsive resolved sorted fixed arrived perfect lovely thanks thank appreciate appreciated helpful quick pleased happy cheers glad',
    '3': 'kudos rocks yay stellar flawless fabulous exceptional hero heroes lifesaver brilliant excellent amazing fantastic wonderful great superb awesome delighted outstanding',
  }),
  de: weigh({
    '-1': 'warte warten immer wieder verspätet verspätung spät erneut niemand fehlt fehlerhaft problem probleme',
    '-2': 'kaputt defekt beschädigt enttäuscht enttäuschend ärgerlich verärgert genervt schlecht unfreundlich beschwerde beschweren kündige kündigen falsch nutzlos ignoriert mangelhaft leider',
    '-3': 'unverschämt unverschämtheit frechheit katastrophe katastrophal wütend sauer unmöglich inakzeptabel unfassbar betrug lächerlich skandal schrecklich furchtbar miserabel',
    '2': 'danke dankeschön gut freundlich hilfreich zufrieden schnell geklappt gelöst freue nett',
    '3': 'super toll perfekt ausgezeichnet hervorragend wunderbar großartig klasse begeistert spitze',
  }),
  fr: weigh({
    '-1': 'attends attendre attente retard encore personne manque problème problèmes',
    '-2': 'cassé cassée défectueux défectueuse abîmé déçu déçue décevant mécontent mécontente mauvais mauvaise énervé énervée agacé réclamation résilier annuler inutile ignoré erreur hélas',
    '-3': 'inadmissible inacceptable scandaleux honte honteux furieux furieuse catastrophe catastrophique horrible nul nulle lamentable arnaque ridicule pire scandale',
    '2': 'merci bien aimable utile content contente satisfait satisfaite rapide résolu réglé gentil',
    '3': 'parfait parfaite super excellent excellente formidable génial ravi ravie bravo',
  }),
  es: weigh({
    '-1': 'esperando espero espera retraso todavía nadie falta problema problemas',
    '-2': 'roto rota defectuoso defectuosa dañado dañada decepcionado decepcionada molesto molesta malo mala pésima queja reclamación cancelar inútil ignorado error lamentablemente',
    '-3': 'inaceptable vergüenza vergonzoso indignado indignada furioso furiosa terrible horrible desastre estafa ridículo pésimo peor fatal harto harta',
    '2': 'gracias bien amable útil contento contenta satisfecho satisfecha rápido resuelto solucionado',
    '3': 'perfecto perfecta excelente genial estupendo fantástico maravilloso encantado encantada',
  }),
}

function weigh(byWeight: Record<string, string>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(byWeight).flatMap(([weight, words]) => words.split(' ').map(word => [word, Number(weight)])),
  )
}
