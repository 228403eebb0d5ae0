/** Words that follow "I am", "this is" or a greeting without being a name. */
export const notNames: ReadonlySet<string> = new Set(
  (
    'a an the i you he she we they it and or but so not no yes very really just still also here there my your our his her their this that what why how when where who which with from for to of in on at by about as if is are was were be been have has had do did does will would can could should may might must please thanks thank sorry hello hi hey dear good morning afternoon evening ' +
    'order account customer number calling writing happy unhappy angry upset sad tired sick disappointed frustrated furious confused fine ok okay sure glad done able unable trying waiting looking going having getting asking using afraid stuck new old back home out off up down over under again now today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'german english french spanish american british indian canadian australian italian dutch muslim christian ceo regards cheers team support service ridiculous unacceptable urgent important crazy weird awful terrible horrible bad great nice correct right wrong true false all one two three ' +
    'kunde kundin mitglied abonnent abonnentin student studentin rentner rentnerin mieter mieterin besitzer besitzerin enttäuscht verärgert sauer ratlos leider sehr noch nur auch nicht immer seit schon und oder aber der die das den dem ein eine einen mein meine bei von mit aus ihr ihre ihnen mir mich sie er es wir ich gerade wirklich total völlig etwas ganz so da hier neu ihren herr frau hallo guten tag ' +
    'client cliente abonné abonnée très pas déjà toujours un une le la les de du des et ou mais mon ma mes votre vos je tu il elle nous vous bonjour madame monsieur désolé désolée déçu déçue furieux furieuse content contente sûr sûre ' +
    'dank besten vielen lieben mfg vg lg gruß grüße grüßen gruss gruesse grüsse wünsche regards wishes best sincerely cordialement salutations saludos saludo gracias merci danke thanks atentamente equipo team équipe service ' +
    'el los las y o pero mi mis su sus yo usted muy ya no sí señor señora hola buenos buenas cliente socio enfadado enfadada decepcionado decepcionada contento contenta seguro segura'
  ).split(' '),
)
