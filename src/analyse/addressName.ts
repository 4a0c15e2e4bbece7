// What functions without a name are called: by where they begin, as in `0x401136`, which any other tool takes for an
// address, too; and code of which nobody knows what begins in it by both its ends, as in `0x401160-0x4011d0`.

/** An address as people write it. */
export const hex = (address: bigint): string => `0x${BigInt.asUintN(64, address).toString(16)}`

/** The name of code from one address up to another. */
export const stretchName = (from: bigint, to: bigint): string => `${hex(from)}-${hex(to)}`

/** Whether a name is one of these. */
export const isAddressName = (name: string): boolean => /^0x[0-9a-f]+(-0x[0-9a-f]+)?$/.test(name)

/** The address that such a name begins with. */
export const addressOf = (name: string): string => name.replace(/-.*$/, '')
