/** A series without axes: the way a figure went. Its numbers stand in the report, so screen readers pass it over. */
export function Spark({ values }: { values: readonly (number | undefined)[] }) {
  const known = values.flatMap((value, n) => (value === undefined ? [] : [{ x: n, value }]))
  if (known.length < 2) return null
  const numbers = known.map(({ value }) => value)
  const [low, high] = [Math.min(0, ...numbers), Math.max(...numbers)]
  const height = high - low || 1
  const points = known.map(({ x, value }) => ({
    x: (x / (values.length - 1)) * 100,
    y: 30 - ((value - low) / height) * 30,
  }))
  const line = points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('')
  const [first, last] = [points[0], points.at(-1)]
  return (
    <svg className="spark" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
      <path className="area" d={`${line}L${last?.x.toFixed(2)} 30L${first?.x.toFixed(2)} 30Z`} />
      <path d={line} />
    </svg>
  )
}
