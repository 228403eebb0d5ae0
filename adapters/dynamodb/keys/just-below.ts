/** The greatest key below `key`: a range up to here leaves `key` out. Keys end in ASCII. */
export const justBelow = (key: string): string =>
  `${key.slice(0, -1)}${String.fromCharCode(key.charCodeAt(key.length - 1) - 1)}~`
