import { expect, test } from 'vitest'
import { drawnElf } from '../diagnose/recorded/elfs.fixture.ts'
import { readDebugFile } from './debugFile.ts'

/** What an executable with these sections says of its debug file. */
function debugFileOf(sections: Record<string, string>) {
  const { elf } = drawnElf([])
  const bytes = (name: string) =>
    Uint8Array.from(sections[name].match(/[0-9a-f]{2}/g) ?? [], byte => Number.parseInt(byte, 16))
  const rows = Object.keys(sections).map(name => ({ ...elf.sections[0], name, size: bytes(name).length }))
  return readDebugFile({ ...elf, sections: rows, sectionSource: ({ name }) => new Blob([bytes(name)]) })
}

test('the build id and the name of the debug file are found', async () => {
  const found = await debugFileOf({
    '.note.gnu.build-id': '04000000 04000000 03000000 474e5500 c0ffee01',
    '.gnu_debuglink': '612e64656275670000000000 12345678',
  })
  expect(found).toEqual({ buildId: 'c0ffee01', name: 'a.debug' })
})

test.each([
  ['nothing', {}],
  ['a note of another kind', { '.note.gnu.build-id': '04000000 04000000 01000000 474e5500 c0ffee01' }],
  ['a note that is cut', { '.note.gnu.build-id': '04000000 14000000 03000000 474e5500 c0ff' }],
])('of %s there is none', async (_, sections: Record<string, string>) => {
  expect(await debugFileOf(sections)).toEqual({ buildId: '', name: '' })
})
