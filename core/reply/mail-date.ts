/** A time as a mail's Date field writes it (RFC 5322 section 3.3), always in UTC. */
export const mailDate = (instant: string): string => new Date(instant).toUTCString().replace('GMT', '+0000')
