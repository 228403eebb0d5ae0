import type { Evidence } from '../../../contact/contact.ts'
import { emailAddress, emailIdentifier } from '../addresses.ts'
import type { Voice } from './phones.ts'

const candidate = /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
const most = 5
const reach = 80

/**
 * Mail addresses that the author says are theirs: "my other address is …" in their own words, or any in their signature
 * that is not a role's. What others wrote, and addresses merely mentioned, say nothing.
 */
export function addressesIn(text: string, voice: Voice): Evidence[] {
  if (voice === 'quoted' || voice === 'automatic' || !text.includes('@')) return []
  const found: Evidence[] = []
  for (const { 0: written, index } of text.matchAll(candidate)) {
    const address = emailAddress(written.replace(/[.'-]+$/, ''))
    if (address === undefined || found.length >= most || isRole(address)) continue
    const before = text
      .slice(Math.max(0, index - reach), index)
      .replace(/\s+/g, ' ')
      .toLowerCase()
    if (voice === 'signature') found.push({ identifier: emailIdentifier(address), tier: 'T3', how: 'signature' })
    else if (isClaimed(before)) found.push({ identifier: emailIdentifier(address), tier: 'T3', how: 'stated-in-text' })
  }
  return found
}

const my = '(?:my|mein\\w*|unser\\w*|mon|ma|mes|mi|mis|il mio|la mia|mijn|min|mitt|mój|moja|minha|meu|мой|моя|мою)'
const mail =
  '(?:e-?mails?|mails?|address\\w*|adress\\w*|mail-?adress\\w*|e-?mail-?adress\\w*|courriel|correos?|indirizzo|endereço|konto|account)'
const claimed = new RegExp(
  `\\b${my} (?:[\\p{L}-]+ ){0,3}(?:[\\p{L}]+-)?${mail}\\b[^.!?@]{0,40}$|` +
    '\\b(?:reach|contact|write|answer|reply|e-?mail|mail|escríbame|contáctame)(?: to)? me\\b[^.!?@]{0,30}$|' +
    '\\b(?:erreich\\w+|schreib\\w+|antwort\\w+) (?:sie |du |ihr )?(?:mich|mir)\\b[^.!?@]{0,40}$|' +
    "\\b(?:me|m'|moi) (?:joindre|contacter|écrire|répondre)\\b[^.!?@]{0,30}$",
  'u',
)
const others =
  /\b(?:wife|husband|partner|colleague|friend|mother|father|mum|mom|dad|son|daughter|brother|sister|boss|manager|assistant|secretary|lawyer|his|her|their|your|frau|mann|kolleg\w*|freund\w*|chef\w*|ihre\w*|femme|mari|collègue|votre|not|nicht|never|no longer|wrong|nicht mehr)\b/

const isClaimed = (before: string): boolean => claimed.test(before) && !others.test(before)

/** RFC 2142 and what else names a post and not a person. */
const isRole = (address: string): boolean =>
  /^(?:abuse|accounts?|admin\w*|billing|booking|careers|contact|customer\w*|enquir\w+|hello|help\w*|hostmaster|info\w*|inquir\w+|jobs|kontakt|mail|marketing|media|news\w*|no-?reply\w*|office|orders?|post|postmaster|press|privacy|reception|sales|security|service\w*|shop|support|team|webmaster|welcome)@/.test(
    address,
  )
