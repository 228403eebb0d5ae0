import { SingleBar } from 'cli-progress'

/** Where progress is drawn: a terminal, or anything that takes lines. */
export type Screen = NodeJS.WritableStream & { isTTY?: boolean }

/** How far a phase of the import is. `stop` leaves its last state on the screen. */
export type Progress = { update: (value: number, total: number) => void; stop: () => void }

/** Between two lines where no bar can be drawn. */
const lineEveryMs = 5_000

/** A bar on a terminal; elsewhere a line now and then. */
export function startProgress(what: string, unit: string, screen: Screen): Progress {
  return screen.isTTY ? bar(what, unit, screen) : lines(what, unit, screen)
}

function bar(what: string, unit: string, stream: Screen): Progress {
  const drawn = new SingleBar({
    stream,
    format: `${what} [{bar}] {percentage}% {value} of {total} ${unit}, {duration_formatted}`,
    formatValue: (value, _options, type) => (type === 'value' || type === 'total' ? count(value) : `${value}`),
    hideCursor: true,
    emptyOnZero: true,
  })
  drawn.start(0, 0)
  return {
    update: (value, total) => {
      drawn.setTotal(total)
      drawn.update(value)
    },
    stop: () => drawn.stop(),
  }
}

function lines(what: string, unit: string, stream: Screen): Progress {
  let state = { value: 0, total: 0 }
  const print = () => stream.write(`${what} ${count(state.value)} of ${count(state.total)} ${unit}\n`)
  const timer = setInterval(print, lineEveryMs)
  return {
    update: (value, total) => {
      state = { value, total }
    },
    stop: () => {
      clearInterval(timer)
      print()
    },
  }
}

const count = (value: number): string => Math.round(value).toLocaleString('en')
