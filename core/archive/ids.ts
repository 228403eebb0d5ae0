/** How a day's index names what lies in it: enough to read it from the table. */
export const contactThing = {
  write: ({ contactId, stream, sortAt }: PlacedContact): string => `${sortAt}#${contactId}#${stream}`,
  read: (id: string): PlacedContact => {
    const [sortAt = '', contactId = '', ...stream] = id.split('#')
    return { sortAt, contactId, stream: stream.join('#') }
  },
}
type PlacedContact = { contactId: string; stream: string; sortAt: string }

export const decisionThing = {
  write: ({ customer, seq }: { customer: string; seq: number }): string => `${customer}#${seq}`,
  read: (id: string): { customer: string; seq: number } => {
    const [customer = '', seq = ''] = id.split('#')
    return { customer, seq: Number(seq) }
  },
}

export const dayOf = (instant: string): string => instant.slice(0, 'YYYY-MM-DD'.length)
