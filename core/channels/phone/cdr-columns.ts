import { readWallClock } from './wall-clock.ts'

/** A call detail record by the names of Asterisk's CDR fields; empty and NULL fields are left out. */
export type Cdr = ReadonlyMap<string, string>

/**
 * The orders in which Asterisk writes its records without a header: cdr_csv's Master.csv (with loguniqueid,
 * loguserfield and newcdrcolumns), the sample of cdr_custom.conf, and the cdr table of FreePBX.
 * https://docs.asterisk.org/Configuration/Reporting/Call-Detail-Records-CDR/CDR-Specification/
 */
const orders = [
  'accountcode,src,dst,dcontext,clid,channel,dstchannel,lastapp,lastdata,start,answer,end,duration,billsec,disposition,amaflags,uniqueid,userfield,peeraccount,linkedid,sequence',
  'clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,start,answer,end,duration,billsec,disposition,amaflags,accountcode,uniqueid,userfield,sequence',
  'start,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,uniqueid,userfield,did,recordingfile,cnum,cnam,outbound_cnum,outbound_cnam,dst_cnam,linkedid,peeraccount,sequence',
].map(order => order.split(','))

const needed = ['start', 'src', 'dst', 'disposition']
const otherNames = new Map([
  ['calldate', 'start'],
  ['callerid', 'clid'],
  ['source', 'src'],
  ['destination', 'dst'],
])

export type Columns = { names: string[]; missing: string[] }

/** The columns that a header names, and which of those a call needs are not among them. Undefined: it is no header. */
export function headerColumns(fields: string[]): Columns | undefined {
  if (fields.length < 2 || !fields.every(field => /^[a-z][\w .-]*$/i.test(field))) return undefined
  const names = fields.map(columnName)
  const missing = needed.filter(name => !names.includes(name))
  return missing.length < needed.length ? { names, missing } : undefined
}

function columnName(field: string): string {
  const name = field.toLowerCase().replaceAll(/[ .-]/g, '')
  return otherNames.get(name) ?? name
}

/** The columns of a row without a header, by where its time and its disposition stand. */
export const columnsByContent = (fields: string[]): string[] | undefined =>
  orders.find(names => isDisposition(valueAt(fields, names, 'disposition')) && isTime(valueAt(fields, names, 'start')))

const valueAt = (fields: string[], names: string[], name: string): string => fields[names.indexOf(name)] ?? ''

const isTime = (text: string): boolean => readWallClock(text).length > 0

/** NO ANSWER, as cdr_csv writes it; some exports write NOANSWER or NO_ANSWER. */
const isDisposition = (text: string): boolean =>
  /^(ANSWERED|NO[ _]?ANSWER|BUSY|FAILED|CONGESTION|UNKNOWN)$/i.test(text.trim())

/** The record in the row; undefined when the row does not fit its columns (a quote too many, a line cut off). */
export function cdrOf(fields: string[], names: string[]): Cdr | undefined {
  const said = names.map((name, at): [string, string] => [name, (fields[at] ?? '').trim()])
  const fits = isTime(valueAt(fields, names, 'start')) && isDisposition(valueAt(fields, names, 'disposition'))
  return fits ? new Map(said.filter(([, value]) => value !== '' && value !== 'NULL')) : undefined
}
