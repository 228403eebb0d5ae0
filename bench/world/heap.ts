/** A binary heap of things with a time: the earliest first, and of those at the same time the one that was put first. */
export class TimeHeap<T extends { at: number }> {
  readonly #entries: { item: T; order: number }[] = []
  #put = 0

  get size(): number {
    return this.#entries.length
  }

  /** The earliest thing, left where it is. */
  peek(): T | undefined {
    return this.#entries[0]?.item
  }

  push(item: T): void {
    const entry = { item, order: this.#put++ }
    let at = this.#entries.push(entry) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#before(at, above)) break
      this.#swap(at, above)
      at = above
    }
  }

  /** Takes the earliest thing out. */
  pop(): T | undefined {
    const [first] = this.#entries
    const last = this.#entries.pop()
    if (last === undefined || first === last) return first?.item
    this.#entries[0] = last
    this.#sink()
    return first?.item
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const least = [left, right].reduce((best, child) => (this.#before(child, best) ? child : best), at)
      if (least === at) return
      this.#swap(at, least)
      at = least
    }
  }

  #before(one: number, other: number): boolean {
    const [a, b] = [this.#entries[one], this.#entries[other]]
    if (a === undefined || b === undefined) return false
    return a.item.at < b.item.at || (a.item.at === b.item.at && a.order < b.order)
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#entries[one], this.#entries[other]]
    if (a === undefined || b === undefined) return
    this.#entries[one] = b
    this.#entries[other] = a
  }
}
