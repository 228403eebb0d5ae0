import type { FactKind } from '../fact.ts'

/**
 * Words that say what a number is, in English, German, French, Spanish, Italian, Dutch and Portuguese. Behind each stands
 * what may join it to a compound ("Bestellnummer", "order-id"). `none` are numbers that are none of our kinds, so that no
 * other word further away names them.
 */
export type LabelKind = Extract<FactKind, 'order' | 'case' | 'tracking' | 'account' | 'invoice'> | 'none' | 'neutral'

export const labelWords: Record<LabelKind, string> = {
  order:
    'orders?|ordr|po|bookings?|reservations?|flights?|flug\\p{L}*|vols?|vuelos?|pnr|bestell\\p{L}*|auftr[aä]g\\p{L}*|buchung\\p{L}*|reservierung\\p{L}*|commandes?|cde|réservations?|pedidos?|reservas?|ordin[ei]|prenotazion[ei]|bestelling\\p{L}*|boeking\\p{L}*|encomendas?|rma|returns?|retour\\p{L}*|purchases?',
  case: 'cases?|crm|tickets?|ticket\\p{L}*|case\\p{L}*|reklamation\\p{L}*|servicefall|complaints?|claims?|incidents?|incidences?|enquir(?:y|ies)|inquir(?:y|ies)|vorg[aä]ng\\p{L}*|fall(?:nummer|nr)?|fälle|aktenzeichen|az|beschwerde\\p{L}*|schadens?\\p{L}*|dossiers?|réclamations?|demandes?|incidencias?|expedientes?|casos?|reclamaci(?:ón|ones)|reclamos?|zaak\\p{L}*|pratica|segnalazione|protocolos?',
  tracking:
    'track(?:ing|er)?\\p{L}*|awb|waybill|consignment|parcels?|packages?|shipments?|sendungs?\\p{L}*|paket\\p{L}*|lieferung\\p{L}*|colis|suivi|expédition|envíos?|seguimiento|paquetes?|guía|rastreo|spedizion[ei]|pakket\\p{L}*|zending\\p{L}*|rastreamento|deliver(?:y|ies)|livraison',
  account:
    'accounts?|acct|acc|customer|client|member(?:ship)?s?|memberships?|loyalty|contracts?|policy|policies|subscriber|subscription|users?|usernames?|userid|login|konto\\p{L}*|kunden?\\p{L}*|mitglieds?\\p{L}*|vertrags?\\p{L}*|kd|benutzer\\p{L}*|comptes?|clients?|adhérent|contrats?|abonn[eé]\\p{L}*|cuentas?|clientes?|socios?|contratos?|abonados?|usuarios?|identifiants?|conto|clienti|klant\\p{L}*|contas?',
  invoice:
    'invoices?|inv|bills?|rechnung\\p{L}*|rg|factur[ae]s?|fattur[ae]|factuur\\p{L}*|faturas?|receipts?|quittung\\p{L}*|beleg\\p{L}*|recibos?|reçus?',
  none: 'serial\\p{L}*|serien\\p{L}*|imei|modell?s?|modèles?|modelos?|versions?|errors?|fehler\\p{L}*|erreurs?|channels?|rooms?|zimmer|gates?|seats?|zip|postcodes?|postal|plz|postleitzahl|cards?|karten?\\p{L}*|cartes?|tarjetas?|iban|bic|swift|blz|skus?|articles?|artikel\\p{L}*|artículos?|items?|products?|produkt\\p{L}*|pin|passwords?|passcode|passwort\\p{L}*|coupons?|promos?|vouchers?|gutschein\\p{L}*|fax|tax|vat|ust\\p{L}*|steuer\\p{L}*|nif|cif|siret|siren|isbn|ean|passport|licen[cs]e|sizes?|größe|taille|talla|chapter|page|seite|line|linie|train|zug|bus|windows|ios|android|percent|prozent|extension|ext|since|seit|depuis',
  neutral:
    'ref(?:erence)?s?|réf(?:érence)?s?|referen[zc]\\p{L}*|referencias?|riferimento|referentie\\p{L}*|numbers?|nummer\\p{L}*|id|codes?|numéros?|números?|numeros?|confirmation|bestätigung\\p{L}*|confirmación',
}

/** Between a label and its number nothing else is said. */
export const fillers =
  'number|numbers|no|nr|num|nos|id|ids|ref|reference|code|is|was|are|it|its|the|my|our|this|that|one|with|called|under|being|nummer|nummern|kennung|lautet|ist|war|die|der|das|dem|den|mit|von|unter|meine|mein|meiner|hier|numéro|numero|n|est|était|le|la|les|de|du|mon|ma|número|núm|es|era|el|mi|del|con|kenn|zeichen|reads|as|follows|again|here|and|und|et|y|confirmation|for|above|your|ihre|votre|su|to|you|i|me|us|we|gave|sent|received|have|has|had|got|a|customer|client|service'
