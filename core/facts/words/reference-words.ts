import type { FactKind } from '../fact.ts'

/**
 * Words that say what a number is, in English, German, French, Spanish, Italian, Dutch and Portuguese. Behind each stands
 * what may join it to a compound ("Bestellnummer", "order-id"). `none` are numbers that are none of our kinds, so that no
 * other word further away names them.
 */
export type LabelKind = Extract<FactKind, 'order' | 'case' | 'tracking' | 'account' | 'invoice'> | 'none' | 'neutral'

export const labelWords: Record<LabelKind, string> = {
  order:
    'orders?|ordr|purchase orders?|po|bookings?|reservations?|pnr|bestell\\w*|auftr[aä]g\\w*|buchung\\w*|reservierung\\w*|commandes?|cde|réservations?|pedidos?|reservas?|ordin[ei]|prenotazion[ei]|bestelling\\w*|boeking\\w*|encomendas?|rma|returns?|retour\\w*|purchases?',
  case: 'cases?|tickets?|complaints?|claims?|incidents?|incidences?|enquir(?:y|ies)|inquir(?:y|ies)|vorg[aä]ng\\w*|f[aä]ll(?:nummer|nr|e)?|aktenzeichen|az|beschwerde\\w*|schadens?\\w*|dossiers?|réclamations?|demandes?|incidencias?|expedientes?|casos?|reclamaci(?:ón|ones)|reclamos?|zaak\\w*|pratica|segnalazione|protocolos?',
  tracking:
    'track(?:ing|er|&trace)?\\w*|track & trace|awb|waybill|consignment|parcels?|packages?|shipments?|sendungs?\\w*|paket\\w*|lieferung\\w*|colis|suivi|expédition|envíos?|seguimiento|paquetes?|guía|rastreo|spedizion[ei]|pakket\\w*|zending\\w*|rastreamento|deliver(?:y|ies)|livraison',
  account:
    'accounts?|acct|acc|customer|client|member(?:ship)?s?|memberships?|loyalty|contracts?|policy|policies|subscriber|subscription|user ?names?|user ?id|login|konto\\w*|kunden?\\w*|mitglieds?\\w*|vertrags?\\w*|kd|benutzer\\w*|comptes?|clients?|adhérent|contrats?|abonn[eé]\\w*|cuentas?|clientes?|socios?|contratos?|abonados?|usuarios?|identifiants?|conto|clienti|klant\\w*|contas?',
  invoice:
    'invoices?|inv|bills?|rechnung\\w*|rg|factur[ae]s?|fattur[ae]|factuur\\w*|faturas?|receipts?|quittung\\w*|beleg\\w*|recibos?|reçus?',
  none: 'flights?|flug\\w*|vols?|vuelos?|serial\\w*|serien\\w*|imei|modell?s?|modèles?|modelos?|versions?|errors?|fehler\\w*|erreurs?|channels?|rooms?|zimmer|gates?|seats?|zip|post ?codes?|plz|postleitzahl|code postal|código postal|cards?|karten?\\w*|cartes?|tarjetas?|iban|bic|swift|blz|skus?|articles?|artikel\\w*|artículos?|items?|products?|produkt\\w*|pin|passwords?|passcode|passwort\\w*|coupons?|promos?|vouchers?|gutschein\\w*|fax|tax|vat|ust\\w*|steuer\\w*|nif|cif|siret|siren|isbn|ean|passport|licen[cs]e|sizes?|größe|taille|talla|chapter|page|seite|line|linie|train|zug|bus|windows|ios|android|percent|prozent|extension|ext|since|seit|depuis',
  neutral:
    'ref(?:erence)?s?|réf(?:érence)?s?|referen[zc]\\w*|referencias?|riferimento|referentie\\w*|numbers?|nummer\\w*|id|codes?|numéros?|números?|numeros?|confirmation|bestätigung\\w*|confirmación',
}

/** Between a label and its number nothing else is said. */
export const fillers =
  'number|numbers|no|nr|num|nos|id|ids|ref|reference|code|is|was|are|it|its|the|my|our|this|that|one|with|called|under|being|nummer|nummern|kennung|lautet|ist|war|die|der|das|dem|den|mit|von|unter|meine|mein|meiner|hier|numéro|numero|n|est|était|le|la|les|de|du|mon|ma|número|núm|es|era|el|mi|del|con|kenn|zeichen|reads|as|follows|again|here|and|und|et|y|confirmation|for|above|your|ihre|votre|su|to|you|i|me|us|we|gave|sent|received|have|has|had|got|a|customer|client|service'
