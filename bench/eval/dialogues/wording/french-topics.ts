import type { Book } from './book.ts'

export const frenchTopics: Book['topics'] = {
  delivery: {
    subject: ['(Colis|Commande) (non reçu|jamais arrivé)', 'Où est mon colis ?', 'Retard de livraison'],
    problem: [
      "(Mon colis|Ma commande|Ma livraison) n'est (toujours pas|pas encore|jamais) arrivé.",
      "J'attends (toujours|encore) (mon colis|ma commande).",
      "Le suivi (indique|affiche) livré mais je n'ai rien (reçu|eu).",
      'Il (manque|manquait) la moitié (de la commande|du colis).',
      "Votre livreur a laissé le colis (n'importe où|à la mauvaise porte).",
      'Où est (donc|) mon colis ?',
    ],
    date: [
      "J'ai (commandé|passé commande) le {date}.",
      'La livraison était (prévue|annoncée) (le|pour le) {date}.',
      'Commande (passée|faite) le {date}.',
    ],
    amount: ["(Cela m'a coûté|J'ai payé) {amount}.", "Il s'agit de {amount}."],
    wish: [
      '(Merci de|Pouvez-vous) vérifier (où il est|cela).',
      'Je (veux|voudrais|souhaite) (un renvoi|être livré).',
      'Quand (arrive-t-il|va-t-il arriver) ?',
      'Merci de faire le nécessaire.',
    ],
  },
  defect: {
    subject: ['(Produit|Appareil|Article) défectueux', 'En panne', 'Réclamation'],
    problem: [
      "Mon {device} (ne s'allume plus|ne marche plus|est en panne|s'éteint tout le temps).",
      "Le {device} (acheté chez vous|que vous m'avez vendu) (fait un bruit étrange|est déjà cassé).",
      "J'ai (un|une) {device} qui ne fonctionne (plus|pas).",
      "(Il|L'appareil) ne (marche|fonctionne) plus (du tout|depuis peu).",
      "L'écran de mon {device} reste noir.",
    ],
    date: [
      "Je l'ai (acheté|reçu) le {date}.",
      '(Acheté|Achat) le {date}.',
      "Date d'achat : {date}",
      "Je l'ai depuis le {date}.",
    ],
    amount: ["Je l'ai payé {amount}.", "(Il|Cela) m'a coûté {amount}(, c'est cher payé|)."],
    wish: [
      'Je (veux|voudrais|souhaite) (un échange|être remboursé|une réparation).',
      'Que dois-je faire (maintenant|) ?',
      "Merci de m'en envoyer un autre.",
    ],
  },
  billing: {
    subject: ['Facture (incorrecte|erronée)', 'Prélevé deux fois', 'Question sur (ma|une) facture'],
    problem: [
      "Vous m'avez (prélevé|débité) deux fois.",
      'Ma (dernière|) facture est (fausse|trop élevée|incorrecte).',
      'Il y a un prélèvement que je ne comprends pas (sur mon compte|).',
      "On m'a facturé (quelque chose que je n'ai pas commandé|après ma résiliation).",
    ],
    date: [
      'Le prélèvement (date du|a eu lieu le) {date}.',
      'Elle (est datée|date) du {date}.',
      "J'ai (résilié|payé) le {date}.",
    ],
    amount: [
      'Vous avez (pris|débité) {amount}.',
      "Il s'agit de {amount}.",
      "Le montant est de {amount}(, c'est faux|).",
      'Je vois {amount} (sur mon relevé|).',
    ],
    wish: [
      'Je (veux|souhaite) (un|le) remboursement.',
      'Merci de corriger (cela|la facture).',
      "Pouvez-vous m'expliquer ?",
    ],
  },
  access: {
    subject: ['(Connexion|Accès) impossible', 'Compte bloqué', 'Problème de connexion'],
    problem: [
      "Je n'arrive (pas|plus) à me connecter.",
      '(Mon compte|Mon accès) (est|a été) (bloqué|suspendu).',
      "Je n'ai plus accès à mon compte.",
      "Le (code|lien) de connexion n'arrive (jamais|pas).",
    ],
    date: ["C'est (ainsi|comme ça) depuis le {date}.", 'Ça marchait encore le {date}.'],
    amount: ["J'ai (encore|) {amount} (dessus|de crédit).", 'Il reste {amount} (dessus|).'],
    wish: [
      'Merci de le débloquer.',
      'Comment (y retourner|faire) ?',
      "J'ai besoin d'un accès (aujourd'hui|au plus vite).",
    ],
  },
  return: {
    subject: ['(Retour|Remboursement)', 'Remboursement (non reçu|manquant)', 'Colis renvoyé'],
    problem: [
      "J'ai renvoyé (l'article|les chaussures|le tout) et je n'ai (toujours|) pas été remboursé.",
      'Je (voudrais|souhaite) (renvoyer|retourner) un article.',
      "Mon remboursement (n'est pas arrivé|manque).",
      "La (taille|couleur) n'allait pas, (donc|alors) j'ai tout renvoyé.",
    ],
    date: ["Je l'ai (renvoyé|posté) le {date}.", 'Le retour (est parti|a été déposé) le {date}.'],
    amount: [
      'Il (manque|me manque) {amount}.',
      'Vous me devez {amount}.',
      'Le remboursement (est|devrait être) de {amount}.',
    ],
    wish: [
      'Quand serai-je remboursé ?',
      'Merci de (me rembourser|faire le virement).',
      'Pouvez-vous (vérifier|confirmer) ?',
    ],
  },
  visit: {
    subject: ['(Technicien|Réparateur) absent', 'Rendez-vous', 'Rendez-vous manqué'],
    problem: [
      "(Votre|Le) technicien n'est (pas|jamais) venu.",
      "J'ai attendu toute la journée (pour rien|et personne).",
      'Je dois (déplacer|changer) mon rendez-vous.',
      "L'installation n'est (toujours|) pas terminée.",
    ],
    date: ['Le rendez-vous était (le|fixé au|prévu le) {date}.', 'Il devait (venir|passer) le {date}.'],
    amount: ['Le devis était de {amount}.', "J'ai (déjà|) payé {amount}."],
    wish: ['Merci de me donner un (autre|nouveau) rendez-vous.', "Quand (quelqu'un va-t-il venir|venez-vous) ?"],
  },
  internet: {
    subject: ["(Pas|Plus) d'internet", 'Connexion (lente|coupée)', 'Panne'],
    problem: [
      '(Ma connexion|Mon internet|Ma ligne) (coupe sans cesse|est en panne|ne marche plus).',
      'Le (wifi|débit) est (très|vraiment|trop) lent.',
      "Nous n'avons plus (d'internet|de signal).",
      '(La|Le|Ma) {device} perd la connexion (sans cesse|toutes les heures).',
    ],
    date: [
      "C'est comme ça depuis le {date}.",
      '(Cela|Ça) a commencé le {date}.',
      'Depuis le {date} plus rien ne marche.',
    ],
    amount: ['Je paie {amount} par mois(| pour ça).', 'Ça me coûte {amount} par mois.'],
    wish: [
      'Merci de réparer (cela|ça).',
      "J'ai besoin de (la ligne|la connexion).",
      "Envoyez (quelqu'un|un technicien).",
    ],
  },
}
