/**
 * What a contact is about, told by the beginnings of its words, in the languages that support is asked in most here.
 * Coarse on purpose: it only has to tell two matters of one person apart.
 */
const beginnings: Record<string, readonly string[]> = {
  delivery: [
    ...['deliver', 'parcel', 'package', 'shipment', 'shipping', 'shipped', 'courier', 'arrive', 'dispatch', 'tracking'],
    ...['liefer', 'paket', 'sendung', 'versand', 'zustell', 'zugestellt', 'geliefert'],
    ...['livraison', 'livré', 'livrer', 'colis', 'expédi', 'transporteur'],
    ...['entrega', 'entregad', 'paquete', 'envío', 'enviad', 'repartid'],
  ],
  billing: [
    ...['invoice', 'bill', 'charge', 'payment', 'paid', 'debit', 'receipt', 'refund', 'overcharg', 'price'],
    ...['rechnung', 'abgebucht', 'abbuchung', 'zahlung', 'bezahl', 'betrag', 'erstatt', 'gutschrift', 'lastschrift'],
    ...['facture', 'factur', 'paiement', 'payé', 'prélev', 'rembours', 'débit'],
    ...['cobro', 'cobrad', 'pago', 'pagad', 'reembols', 'cargo'],
  ],
  returns: [
    ...['return', 'exchange', 'swap', 'send back', 'wrong size', 'rücksend', 'zurückschick', 'umtausch', 'retour'],
    ...['échang', 'renvoy', 'devol', 'cambiar', 'cambio'],
  ],
  broken: [
    ...[
      'broken',
      'defect',
      'damag',
      'faulty',
      'crack',
      'repair',
      'warranty',
      'does not work',
      'stopped working',
      'leak',
    ],
    ...['kaputt', 'defekt', 'beschädigt', 'reparatur', 'garantie', 'funktioniert nicht', 'geht nicht'],
    ...['cassé', 'défectueu', 'endommag', 'répar', 'ne marche', 'ne fonctionne', 'en panne'],
    ...['roto', 'rota', 'defectuos', 'dañad', 'reparac', 'garantía', 'no funciona'],
  ],
  login: [
    ...['log in', 'login', 'sign in', 'password', 'locked out', 'two-factor', 'verification code', 'reset link'],
    ...['anmeld', 'einlogg', 'passwort', 'kennwort', 'gesperrt'],
    ...['connexion', 'connecter', 'mot de passe', 'identifiant', 'contraseña', 'iniciar sesión', 'acceder'],
  ],
  outage: [
    ...['outage', 'offline', 'no signal', 'internet is down', 'no internet', 'is down', 'connection drops', 'coverage'],
    ...[
      'störung',
      'ausfall',
      'kein internet',
      'kein netz',
      'verbindung',
      'coupure',
      'plus de réseau',
      "plus d'internet",
    ],
    ...['sin internet', 'sin señal', 'sin servicio', 'avería', 'corte'],
  ],
  cancellation: [
    ...['cancel', 'terminate', 'unsubscrib', 'end my contract', 'close my account'],
    ...[
      'künd',
      'kuend',
      'widerruf',
      'abbestell',
      'storn',
      'résili',
      'annul',
      'désabonn',
      'cancelar',
      'cancelac',
      'dar de baja',
    ],
  ],
  booking: [
    ...['booking', 'reservation', 'appointment', 'reschedul', 'flight', 'seat', 'check-in', 'luggage', 'baggage'],
    ...['buchung', 'termin', 'umbuch', 'reservier', 'flug', 'gepäck'],
    ...['rendez-vous', 'réserv', 'vol ', 'bagage', 'reserva', 'cita', 'vuelo', 'equipaje'],
  ],
}

/** A text longer than this is about what its beginning is about. */
const readLength = 8000

const patterns = Object.entries(beginnings).map(
  ([topic, words]) => [topic, new RegExp(`(?<!\\p{L})(?:${words.join('|')})`, 'iu')] as const,
)

/** The topics of a text, in a fixed order; none where no word tells. */
export function topicsOf(text: string): string[] {
  const read = text.slice(0, readLength).normalize('NFC')
  return patterns.filter(([, pattern]) => pattern.test(read)).map(([topic]) => topic)
}
