// Where an executable says that functions begin, for whoever starts it: its entry, what runs before and after `main`, and
// the lists of functions that do. `strip` leaves all of that.

import { ByteReader } from './byteReader.ts'
import { type Elf, readRange } from './elf.ts'

/** A place that a function begins at, and the name that linkers give to what is there; empty for none. */
export interface CodeStart {
  at: bigint
  name: string
}

/** SHT_INIT_ARRAY, SHT_FINI_ARRAY and SHT_PREINIT_ARRAY: addresses of functions. */
const listsOfFunctions = [14, 15, 16]

/** All such places. Whether there is code at them is not looked at. */
export async function readCodeStarts(elf: Elf): Promise<CodeStart[]> {
  const starts: CodeStart[] = [{ at: elf.entry, name: '_start' }]
  for (const section of elf.sections) {
    if (section.name === '.init') starts.push({ at: section.address, name: '_init' })
    if (section.name === '.fini') starts.push({ at: section.address, name: '_fini' })
    if (!listsOfFunctions.includes(section.type)) continue
    const source = elf.sectionSource(section)
    const reader = new ByteReader(await readRange(source, 0, source.size), elf.form)
    while (reader.left >= (elf.form.wide ? 8 : 4)) starts.push({ at: reader.address(), name: '' })
  }
  return starts
}
