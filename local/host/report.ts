/** Tells the operator in one line what went wrong; the line never holds data of a customer. */
export type Report = (line: string) => void
