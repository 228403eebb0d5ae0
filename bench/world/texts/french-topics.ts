import type { Topic } from '../event.ts'
import type { TopicPhrases } from './phrases.ts'

export const frenchTopics: Readonly<Record<Topic, TopicPhrases>> = {
  delivery: {
    subject: ['Où est mon colis ?', 'Commande {order} non reçue', 'Livraison'],
    opener: [
      'J’ai commandé chez vous le {date} ({product}) et je n’ai toujours rien reçu.',
      'D’après le suivi, mon colis a été livré {hier|mardi}, mais je n’ai rien eu.',
      'Je crois que mon colis s’est perdu en route.',
    ],
    story: [
      'Le suivi n’a pas bougé depuis {cinq jours|la semaine dernière}.',
      'Je suis resté chez moi toute la journée et personne n’a sonné.',
      'J’ai demandé aux voisins, ils n’ont rien.',
    ],
    ask: [
      'Pouvez-vous me dire où il se trouve ?',
      'Merci de le renvoyer ou de me rembourser.',
      'Quand vais-je le recevoir ?',
    ],
    short: [
      'Commandé il y a {dix jours|deux semaines}, toujours rien. Que se passe-t-il ?',
      'Livré, paraît-il. Pas chez moi en tout cas.',
      'Où est mon colis ?',
    ],
    answer: [
      'Votre colis est retenu au dépôt, l’étiquette ayant été abîmée par la pluie.',
      'J’ai demandé une recherche au transporteur, elle prend deux jours ouvrés.',
    ],
  },
  billing: {
    subject: ['Question sur la facture {invoice}', 'Prélevé deux fois', 'Montant incorrect'],
    opener: [
      'Vous m’avez prélevé {amount} le {date} et je ne sais pas pourquoi.',
      'Il y a sur ma facture une ligne de {amount} que je ne comprends pas.',
      'J’ai apparemment été débité deux fois.',
    ],
    story: [
      'La confirmation indique une autre somme.',
      'J’ai résilié l’option en {janvier|décembre}, elle est toujours facturée.',
      'Ma banque confirme les deux paiements.',
    ],
    ask: ['Merci de vérifier et de corriger.', 'Pouvez-vous m’expliquer ou me rembourser ?'],
    short: ['Pourquoi suis-je prélevé deux fois ce mois-ci ?', 'Hausse de prix sans prévenir, bravo.'],
    answer: [
      'Vous avez raison, une panne chez notre prestataire a causé un double paiement.',
      'La différence correspond aux frais de livraison.',
    ],
  },
  returns: {
    subject: ['Retour de la commande {order}', 'Remboursement non reçu', 'Étiquette de retour'],
    opener: [
      'J’ai renvoyé mon achat ({product}) le {date} et je n’ai plus de nouvelles.',
      'Je souhaite retourner mon achat ({product}).',
      'Le remboursement de {amount} n’est toujours pas arrivé.',
    ],
    story: [
      'Il est trop grand pour notre cuisine, sinon tout va bien.',
      'J’ai la preuve de dépôt de la poste.',
      'Votre site annonce cinq jours, cela en fait {onze|douze}.',
    ],
    ask: ['Merci de confirmer la réception.', 'Pouvez-vous m’envoyer une nouvelle étiquette ?'],
    short: [
      'Renvoyé il y a {trois semaines|un mois}, toujours pas remboursé.',
      'Comment retourner un article si l’étiquette ne s’ouvre pas ?',
    ],
    answer: [
      'Votre retour est arrivé sans numéro de commande et a dû être traité à la main.',
      'Voici une nouvelle étiquette, valable quatorze jours.',
    ],
  },
  broken: {
    subject: ['{product} en panne', 'Réparation ou échange', 'Garantie'],
    opener: [
      'Mon appareil ({product}) ne marche plus depuis {hier|ce matin}.',
      'L’appareil acheté le {date} ({product}) est cassé.',
      'Mon appareil ({product}) s’éteint tout seul au bout d’une minute.',
    ],
    story: [
      'Il y a un clic, puis la lumière s’éteint.',
      'J’ai essayé une autre prise et un autre câble.',
      'Cela sent le plastique chaud, je n’ose plus l’allumer.',
    ],
    ask: ['Comment le faire réparer ou échanger ?', 'Je voudrais un remplacement.'],
    short: ['En panne après {deux|trois} mois ({product}). Normal ?', 'Il affiche {error} et ne fait plus rien.'],
    answer: [
      'Cela ressemble à un thermostat usé, couvert par la garantie.',
      'Ne l’utilisez plus, nous allons l’échanger.',
    ],
  },
  login: {
    subject: ['Connexion impossible', 'Compte bloqué', 'Mot de passe'],
    opener: [
      'Je n’arrive plus à me connecter à mon compte.',
      'L’e-mail pour réinitialiser le mot de passe n’arrive jamais.',
      'À chaque connexion j’obtiens {error}.',
    ],
    story: ['J’ai essayé sur mon téléphone et sur un ordinateur.', 'Le lien a expiré au bout d’une minute.'],
    ask: ['Merci de débloquer mon compte.', 'Que puis-je encore essayer ?'],
    short: ['L’application m’a déconnecté et ne me laisse plus entrer.', '{error} à la connexion depuis ce matin.'],
    answer: [
      'Votre compte était bloqué après plusieurs essais, je l’ai débloqué.',
      'La version du jour de l’application corrige ce défaut.',
    ],
  },
  outage: {
    subject: ['Plus de connexion', 'Panne ?', 'Panne à {postcode}'],
    opener: [
      'Plus rien ne fonctionne depuis {six heures|hier soir}.',
      'Y a-t-il une panne à {postcode} ?',
      'La box est au rouge et l’application affiche {error}.',
    ],
    story: [
      'J’ai tout redémarré deux fois.',
      'Je travaille chez moi, je perds une journée.',
      'Mon voisin a le même problème.',
    ],
    ask: ['Quand cela va-t-il remarcher ?', 'Merci de me dire combien de temps cela va durer.'],
    short: ['Encore une panne à {postcode} ?', 'C’est moi ou tout est en panne ?', 'Voyant rouge, {error}, plus rien.'],
    answer: [
      'Un équipement de votre quartier est en panne, nos techniciens sont sur place.',
      'Votre ligne est rétablie depuis ce matin.',
    ],
  },
  cancellation: {
    subject: ['Résiliation', 'Annulation de la commande {order}'],
    opener: [
      'Je souhaite résilier mon contrat à la prochaine échéance.',
      'Merci d’annuler ma commande ({product}).',
      'J’ai résilié le {date} et je n’ai pas eu de confirmation.',
    ],
    story: ['Nous déménageons.', 'Le bouton de résiliation de votre site tourne en rond.'],
    ask: ['Merci de confirmer par écrit.', 'Merci d’arrêter les prélèvements.'],
    short: ['Comment résilier ? Le bouton ne marche pas.', 'Résilié depuis des semaines, toujours prélevé.'],
    answer: ['Votre contrat prend fin à la fin du mois prochain.', 'Votre commande est annulée.'],
  },
  praise: {
    subject: ['Merci', 'Bravo'],
    opener: [
      'Je voulais vous remercier pour votre aide rapide ({product}).',
      'Votre collègue a été formidable hier au téléphone.',
    ],
    story: ['Je vous ai déjà recommandés à deux amis.', 'Elle a même rappelé pour savoir si tout allait bien.'],
    ask: ['Merci de transmettre.', 'Continuez ainsi !'],
    short: ['Un grand merci à {brand}, réglé en une heure !', 'Très content de mon achat ({product}).'],
    answer: ['Quel plaisir de vous lire, je le transmets à toute l’équipe.'],
  },
  question: {
    subject: ['Question sur : {product}', 'Une petite question'],
    opener: [
      'Je pense acheter cet article ({product}) et j’ai une question.',
      'Cet appareil ({product}) fonctionne-t-il sans l’application ?',
    ],
    story: ['La fiche technique ne le dit pas.', 'C’est pour ma mère, il lui faut quelque chose de simple.'],
    ask: ['Merci de votre réponse.', 'Que me conseillez-vous ?'],
    short: ['Cela marche sans wifi ? ({product})', 'Quand sera-t-il de nouveau disponible ? ({product})'],
    answer: ['Oui, il fonctionne sans l’application.', 'Il sera de retour dans deux semaines environ.'],
  },
}
