type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array

/** The same column with room for twice as much, for tables that grow while they are made. */
export function doubled<T extends Column>(column: T): T {
  const more = new (column.constructor as new (length: number) => T)(column.length * 2)
  more.set(column)
  return more
}
