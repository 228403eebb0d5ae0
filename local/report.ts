/** Tells the operator in one line what went wrong; the line never holds data of a customer. */
export type Report = (line: string) => void

const windowMs = 10_000
const mostLines = 20

/**
 * Keeps a failure that comes a hundred times a second from filling the screen: within ten seconds each line is printed
 * once, and at most twenty in all; how many were left out is said before the next one.
 */
export function limitedReport(print: Report, now: () => number): Report {
  let until = 0
  let leftOut = 0
  const printed = new Set<string>()
  return line => {
    if (now() >= until) {
      if (leftOut > 0) print(`(${leftOut} more lines like these)`)
      until = now() + windowMs
      leftOut = 0
      printed.clear()
    }
    if (printed.has(line) || printed.size >= mostLines) {
      leftOut += 1
      return
    }
    printed.add(line)
    print(line)
  }
}
