import { createDeflateRaw } from 'node:zlib'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { readProfile } from '../readProfile.ts'
import { type ByteWriter, byteWriter } from './byteWriter.ts'
import { FUNCTIONS_LIMIT, PIECES_LIMIT } from './format.ts'
import { parseLink, printLink } from './link.ts'
import { writeNames, writeText } from './names.ts'
import { fileAround, fileOf, fileWith, payloadOf } from './packedFile.fixture.ts'
import { packProfile } from './packProfile.ts'
import { readDamagedLink } from './readDamagedLink.fixture.ts'
import { unpackProfile } from './unpackProfile.ts'

const sentenceOf = async (file: Uint8Array): Promise<string> => {
  const result = await unpackProfile(file)
  return result.ok ? 'opened' : result.errors.map(({ message }) => message).join(' ')
}

async function packed(drawing = 'main 0.2 -> leaf x3, even x1\n leaf 0.1\n even 0.1 -> odd x4\n odd 0.3 -> even x3') {
  const result = await packProfile({ profile: profileOf(drawing), source: null, processes: null })
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value
}

test('however short it was cut, it says where and what to do', async () => {
  const file = await packed()
  // Of the last byte, deflate may need no more than a bit that is there already.
  for (let length = 4; length < file.length - 1; length++)
    expect(await sentenceOf(file.subarray(0, length))).toMatch(
      new RegExp(
        `^The packed profile was cut: it ends at byte ${length}, in the middle of .*: ask for it as a file\\.$`,
      ),
    )
})

test('a cut link opens no profile either', async () => {
  const link = printLink(await packed())
  for (let length = 8; length < link.length - 2; length++) {
    const bytes = parseLink(link.slice(0, length))
    expect(bytes.ok ? await sentenceOf(bytes.value) : bytes.errors[0].message).toMatch(/cut/)
  }
})

test('any byte that was altered is noticed, or makes no difference', async () => {
  const file = await packed()
  const whole = await unpackProfile(file)
  for (let at = 0; at < file.length; at++)
    for (const change of [1, 0x80]) {
      const other = file.slice()
      other[at] ^= change
      const result = await unpackProfile(other)
      if (result.ok) expect(result).toStrictEqual(whole)
    }
})

test('a later version says so', async () => {
  const file = await packed()
  file[2] = 3
  expect(await sentenceOf(file)).toMatch(
    /packed by a later Arcflame, as version 3; this one reads version 2\. .*reload/,
  )
})

test('other bytes are no packed profile', async () => {
  for (const bytes of [[], [0x41], [0x41, 0x72], [0x41, 0x72, 99], [1, 2, 3, 4]])
    expect(await sentenceOf(Uint8Array.from(bytes))).toMatch(/no profile that Arcflame packed/)
})

/** So many megabytes of zeros. */
async function bomb(megabytes: number): Promise<Uint8Array> {
  const deflate = createDeflateRaw({ level: 9 })
  const chunks: Uint8Array[] = []
  deflate.on('data', chunk => chunks.push(chunk))
  const ended = new Promise(resolve => deflate.on('end', resolve))
  for (let i = 0; i < megabytes; i++)
    if (!deflate.write(new Uint8Array(1 << 20))) await new Promise(resolve => deflate.once('drain', resolve))
  deflate.end()
  await ended
  return Buffer.concat(chunks)
}

test('what unpacks to a gigabyte is unpacked no further than to the limit', async () => {
  const file = fileOf(Uint8Array.from([0, ...(await bomb(1024))]))
  expect(file.length).toBeLessThan(1.1 * 2 ** 20)
  const before = process.resourceUsage().maxRSS
  expect(await sentenceOf(file)).toMatch(/unpacks to more than 16 MiB.*was not opened/)
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(256 * 1024)
})

test('the limit holds for all pieces together', async () => {
  const piece = await bomb(3)
  const out = byteWriter()
  for (let i = 0; i < 7; i++) {
    out.varint(piece.length)
    out.bytes(piece)
  }
  expect(await sentenceOf(fileOf(out.written()))).toMatch(/unpacks to more than 16 MiB/)
})

test('pieces that claim more than there is, or are too many, are refused', async () => {
  expect(await sentenceOf(fileOf(Uint8Array.from([0xff, 0xff, 0x7f, 1, 0])))).toMatch(/was cut/)
  const empty = [2, 3, 0] // an empty stream of two bytes
  expect(await sentenceOf(fileOf(Uint8Array.from(new Array(PIECES_LIMIT + 1).fill(empty).flat())))).toMatch(
    /altered|cut/,
  )
})

/** What follows the names in a profile of tables, each as expected, or empty, where it is 0. */
const FIELDS = [
  ...['self', 'calls', 'counts', 'received', 'explained', 'cycles', 'cycle', 'roots', 'given', 'ranks', 'numbers'],
  ...['listed', 'order', 'children', 'selfCalls', 'count', 'arcSelf', 'arcChildren', 'cycleSelf', 'cycleChildren'],
  ...['cycleCalls', 'innerCalls', 'total', 'printed', 'fingerprint', 'pruned', 'flatState', 'flatFound', 'flatAll'],
  ...['graphState', 'graphFound', 'graphAll', 'indexState', 'indexFound', 'indexAll', 'legend', 'first', 'last'],
  ...['leftOut', 'leftOutCount', 'unread', 'unreadCount', 'warnings'],
]

/** A profile of two functions that nobody calls, but for some fields, each given as the numbers it is made of. */
const profileWith = (other: Record<string, number[]>) => (out: ByteWriter) => {
  writeStart(out, ['a', 'b'])
  for (const field of FIELDS)
    for (const number of other[field] ?? [0]) {
      if (Number.isInteger(number)) out.varint(number)
      else out.f64(number)
    }
}

/** Title, scale, and names of functions. */
function writeStart(out: ByteWriter, names: string[]) {
  writeText(out, 'title')
  out.varint(0) // tables
  out.varint(0) // recomputed, seconds
  out.varint(0) // no sample period
  out.varint(0) // no symbols
  writeNames(out, names)
}

test('what the following are changed from opens', async () => {
  expect(await sentenceOf(await fileWith(profileWith({})))).toBe('opened')
  const called = { calls: [1, 0, 0, 2], counts: [2, 4 + 7] } // a calls b seven times
  expect(await sentenceOf(await fileWith(profileWith(called)))).toBe('opened')
})

test.each<[string, (out: ByteWriter) => void]>([
  ['nothing', () => {}],
  ['a text without an end', out => out.bytes(Uint8Array.of(65, 66))],
  ['a title that is no text', out => out.bytes(Uint8Array.of(0xc3, 0xff, 0))],
  [
    'contents of no kind',
    out => {
      writeText(out, '')
      out.varint(7)
    },
  ],
  [
    'more names than bytes',
    out => {
      writeStart(out, [])
      out.varint(2 ** 52)
    },
  ],
  [
    'a number that never ends',
    out => {
      writeText(out, '')
      out.bytes(new Uint8Array(64).fill(0xff))
    },
  ],
  ['more groups of calls than bytes', profileWith({ calls: [2 ** 40] })],
  ['more calls than bytes', profileWith({ calls: [1, 0, 2 ** 19, 0] })],
  ['a caller that is not there', profileWith({ calls: [1, 4, 0, 0] })],
  ['a callee that is not there', profileWith({ calls: [1, 0, 0, 4] })],
  ['a callee before the first', profileWith({ calls: [1, 0, 0, 1] })],
  ['a pair that occurs twice', profileWith({ calls: [1, 0, 1, 0, 0] })],
  ['a column over nothing', profileWith({ self: [1, Number.NaN, 4, 4] })],
  ['less cycles than none', profileWith({ cycles: [2, 4 + 1] })],
  ['more cycles than functions', profileWith({ cycles: [2, 4 + 6] })],
  ['half a cycle', profileWith({ cycles: [2, 2, 0.5] })],
  ['a cycle that is not there', profileWith({ cycle: [2, 4 + 8, 0] })],
  ['an order with a place twice', profileWith({ order: [1, 0, 1] })],
  ['times printed in no way', profileWith({ printed: [9] })],
  ['a state of no kind', profileWith({ graphState: [3] })],
  ['more lines left out than bytes', profileWith({ leftOut: [2 ** 40] })],
  ['more warnings than bytes', profileWith({ warnings: [2 ** 40] })],
  ['a warning of no kind', profileWith({ warnings: [2, 99, 0xff, 0] })],
])('with %s it says that it was altered or cut', async (_, write) => {
  expect(await sentenceOf(await fileWith(write))).toMatch(/^The packed profile was (altered|cut)/)
})

test('a wrong check, and bytes too many, are noticed', async () => {
  const payload = await payloadOf(await packed())
  expect(await sentenceOf(await fileAround(payload))).toBe('opened')
  expect(await sentenceOf(await fileAround(Uint8Array.from([...payload, 0])))).toMatch(/the check at its end/)
})

test('there are no more functions than anybody has', async () => {
  const names = new Array<string>(FUNCTIONS_LIMIT + 1).fill('')
  expect(await sentenceOf(await fileWith(out => writeStart(out, names)))).toMatch(/altered.*the names of functions/)
})

test('a packed file is opened by content, whatever it is called, and its failure told as any', async () => {
  const file = (name: string, bytes: Uint8Array) => ({ name, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) })
  const bytes = await packed()
  const opened = await readProfile([file('photo.png', bytes)])
  expect(opened.ok && opened.value[0].title).toBe('drawn')
  const cut = await readProfile([file('a.bin', bytes.subarray(0, 40)), file('b.bin', bytes)])
  expect(cut.ok && cut.warnings.map(({ code, file }) => [code, file])).toEqual([['damaged', 'a.bin']])
})

test('a page of Arcflame with a profile in it opens, one without says so', async () => {
  const page = (block: string) => ({
    name: 'shared.html',
    blob: new Blob([
      '<!doctype html><script>const block = \'<script type="application/x-arcflame" id="embedded">\'</script>',
      `<script type="application/x-arcflame" id="embedded" data-view="tab=flame" data-name="run.txt">${block}</script>`,
    ]),
  })
  const opened = await readProfile([page(printLink(await packed()))])
  expect(opened.ok && opened.value[0].title).toBe('drawn')
  const empty = await readProfile([page('')])
  expect(empty.ok ? '' : empty.errors[0].message).toMatch(/Arcflame itself.*no profile in it/)
  const savedAgain = page(printLink(await packed()))
  const text = (await savedAgain.blob.text()).replace('tab=flame', 'fn=f<int>')
  const again = await readProfile([{ ...savedAgain, blob: new Blob([text]) }])
  expect(again.ok && again.value[0].title).toBe('drawn')
  const broken = await readProfile([page('A*')])
  expect(broken.ok ? '' : broken.errors[0].message).toMatch(/character 2 of it is “\*”/)
})

test('a page that is made to keep a reader busy is none of Arcflame', async () => {
  const start = '<script type="application/x-arcflame" id="embedded"'
  for (const rest of [
    `${start} a="`.repeat(30_000),
    `${start}${' a="b"'.repeat(4_000_000)}`,
    `${start}>`.repeat(30_000),
  ]) {
    const page = await readProfile([{ name: 'page.html', blob: new Blob(['<!doctype html>', rest]) }])
    expect(page.ok ? '' : page.errors[0].message).toMatch(/is a web page/)
  }
})

test('links that were damaged in any way open or say why, and what opens can be looked at', async () => {
  let opened = 0
  for (let seed = 0; seed < 400; seed++) if (await readDamagedLink(seed)) opened++
  expect(opened).toBeGreaterThan(0)
})
