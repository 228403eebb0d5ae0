/**
 * What mail programs put around quoted text, in the languages they speak. Patterns are applied to single lines, or a few
 * joined ones, of bounded length.
 */

/** "On 1 May 2024 at 10:00, Alice wrote:": the verb. */
export const wrote = new RegExp(
  [
    'wrote|writes|schrieb|geschrieben|geschreven|schreef|schrijft|a [ée]crit|escribi[óo]|ha scritto|escreveu|napisa[łl]|nap[íi]sal',
    'napsal|skrev|kirjoitti|kirjutas|írta|a scris|napisao|napisala|написал|пишет|писал|написав|пише|написа|έγραψε|yazdı',
    '写道|寫道|写了|のメール|書きました|작성|썼습니다|đã viết|menulis|เขียน|כתב|كتب|rašė|rakstīja|va escriure|skribis',
  ].join('|'),
  'i',
)

/** How such a line begins. */
export const attributionStart =
  /^[\s*_-]{0,8}(?:(?:on|at|le|am|el|il|op|em|den|dne|dňa|dnia|w dniu|vào|pada|ngày|pe|la|a|vom|от|від|στις|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?=[\s.,:])|在|于|於|["'<]?\d)/i

/** A date or a time of day. */
export const dated = /\d{1,2}[:.h]\d{2}|(?:19|20)\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/

/** Gmail without a verb: `2024-05-01 10:00 GMT+02:00 Alice <alice@example.com>:` */
export const gmailDate = /^\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2} (?:GMT|UTC)?[+-]\d/

/** "message" between dashes: `-----Original Message-----`, `---------- Forwarded message ---------`. */
export const message =
  /messag|mail|nachricht|mensa[jg]|bericht|meddel|besked|wiadomo|сообщени|повідомл|письм|zpráv|správ|viesti|üzenet|mesaj|poruk|sporoč|邮件|郵件|メッセージ|메시지|melding|ileti|originál|forwarded|weitergeleitet/i

/** The fields of the header block that Outlook and others put above the quoted mail. */
export type HeaderLabel = 'from' | 'date' | 'to' | 'subject'

const labels: Record<HeaderLabel, string> = {
  from: 'from|von|de|da|van|fra|från|od|от|від|kimden|gönderen|feladó|lähettäjä|saatja|frá|差出人|发件人|寄件者|寄件人|보낸 사람|보낸사람|από|мнение от|expéditeur|remitente|mittente|afzender|nadawca|de la|expeditor|pošiljatelj|מאת|من',
  date: 'sent|date|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviada em|data|fecha|inviato|verzonden|skickat|sendt|dato|wysłano|odesláno|odoslané|отправлено|дата|надіслано|gönderildi|gönderilme tarihi|tarih|elküldve|dátum|lähetetty|päivämäärä|trimis|poslano|送信日時|日付|日時|发送时间|日期|寄件日期|傳送時間|보낸 날짜|날짜|ημερομηνία|saatmisaeg|kuupäev|sent at|message du',
  to: 'to|an|à|para|a|aan|til|till|do|komu|кому|kime|alıcı|címzett|vastaanottaja|către|宛先|收件人|收件者|받는 사람|받는사람|προς|adresat|destinataire|za|prima|saaja|pro',
  subject:
    'subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|emne|ämne|temat|předmět|predmet|тема|konu|tárgy|aihe|subiect|件名|主题|主旨|主題|제목|θέμα|teema|efni|naslov|zadeva',
}

const labelOf = new Map(
  Object.entries(labels).flatMap(([label, words]) => words.split('|').map((word): [string, string] => [word, label])),
)

const labelled = /^[\s*_]{0,8}([\p{L}\p{M}][\p{L}\p{M} ]{0,24}?)[\s*_]{0,4}[:：]/u

/** Which field of a header block the line is, if any. */
export function headerLabel(line: string): string | undefined {
  const start = line.slice(0, 60)
  if (!start.includes(':') && !start.includes('：')) return undefined
  return labelOf.get(labelled.exec(start)?.[1]?.trim().toLowerCase() ?? '')
}

/** What a telephone or an app puts under a mail. */
const sentFrom =
  /^\W{0,3}(?:sent (?:from|via|with|by)|get outlook for|envoyé (?:de|depuis|avec|à partir)|(?:von|aus) mein\S* .{1,40} gesendet|gesendet (?:von|mit|über|aus)|diese nachricht wurde von mein|enviado (?:desde|do|de|a partir)|inviato da|verzonden (?:vanaf|met|vanuit|via)|verstuurd vanaf|skickat från|sendt fra|wysłane z|отправлено (?:с|из)|lähetetty|odesláno z|iphone ?(?:から|より)|从我的|發自我的|发自我的|나의 .{1,20}에서 보냄)/i

export const isSentFrom = (line: string): boolean => line.length <= 90 && sentFrom.test(line)

/** How people end a mail before they sign it. */
export const closing =
  /^\W{0,2}(?:(?:best|kind|warm|many|with|all the|my|kindest|warmest)\s+)*(?:regards|wishes|best|thanks(?: (?:again|a lot|so much|in advance|and regards|&|and).{0,20})?|thank you(?: (?:very much|so much|in advance|again))?|cheers|sincerely(?: yours)?|yours(?: (?:sincerely|faithfully|truly))?|respectfully|greetings|love|ciao|mfg|lg|vg|(?:mit )?(?:freundlich\w*|best\w*|herzlich\w*|viel\w*|lieb\w*|schön\w*) (?:grüße?n?|gruß|gruss|grüsse|dank)|gruß|gruss|grüße|cordialement|bien (?:cordialement|à vous)|salutations.{0,30}|merci(?: d'avance)?|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|gracias|cordiali saluti|distinti saluti|saluti|grazie|met vriendelijke groet(?:en)?|groet(?:en|jes)?|hartelijke groet(?:en)?|com os melhores cumprimentos|atenciosamente|abraços?|obrigad[oa]|(?:med )?vänlig\w* hälsning\w*|(?:med )?venlig hilsen|(?:med )?vennlig hilsen|hilsen|mvh|ystävällisin terveisin|pozdrawiam|z poważaniem|s pozdravem|с уважением|z poszanowaniem|üdvözlettel|saygılarımla|よろしくお願いします|敬具|此致|祝好)[\s,.!;:-]*$/i
