import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readListings } from './gprofText.ts'
import { isWebPage, textOfPage } from './webPage.ts'

const listing = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total           
 time   seconds   seconds    calls  ms/call  ms/call  name    
 60.00      0.06     0.06        4    15.00    20.00  std::vector<int>::at(unsigned long) const &
 40.00      0.10     0.04                             main

\t\t\tCall graph


granularity: each sample hit covers 2 byte(s) for 10.00% of 0.10 seconds

index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.04    0.06                 main [1]
                0.06    0.00       4/4           std::vector<int>::at(unsigned long) const & [2]
-----------------------------------------------
                0.06    0.00       4/4           main [1]
[2]     60.0    0.06    0.00       4         std::vector<int>::at(unsigned long) const & [2]
-----------------------------------------------
`
const lines = listing.trimEnd().split('\n')
const encoded = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const coloured = (line: string) => encoded(line).replace(/\d+\.\d\d/g, '<span class="hljs-number">$&</span>')
const page = (body: string) =>
  `<!DOCTYPE html>\n<html><head><title>1.00 2.00 3.00 x</title>\n<style>p > a { color: red }</style></head>\n<body><p>See:</p>\n${body}\n</body></html>\n`

const read = (text: string) => readListings(new TextEncoder().encode(text))
const [expected] = read(listing)

describe('a listing in a web page opens with all its rows', () => {
  test.each([
    ['plain', `<pre><code>${encoded(listing)}</code></pre>`],
    ['in colours', `<pre>${lines.map(coloured).join('\n')}</pre>`],
    ['with lines ended by tags alone', `<p>${encoded(listing).replaceAll('\n', '<br>')}</p>`],
    ['with lines ended by tags too', `<p>${lines.map(encoded).join('<br />\n')}</p>`],
    ['with blanks as entities', `<p>${lines.map(encoded).join('<br>').replaceAll('  ', '&nbsp; ')}</p>`],
    ['with an element for each line', lines.map(line => `<div class="line">${coloured(line)}</div>`).join('')],
    [
      'in a table with line numbers',
      `<table>${lines.map((line, i) => `<tr>\n<td data-line="${i}">${i + 1}</td>\n<td>${coloured(line)}</td>\n</tr>`).join('')}</table>`,
    ],
    [
      'with raw angle brackets of gprof',
      `<pre>${encoded(listing).replace('&lt;spontaneous&gt;', '<spontaneous>')}</pre>`,
    ],
  ])('%s', (_, body) => {
    const found = read(page(body))
    expect(found).toHaveLength(1)
    const [{ flat, graph, nameOf, samplePeriod, graphTotal, unreadCount, graphCut, warnings }] = found
    expect(warnings).toEqual([])
    expect(flat?.name).toEqual(expected.flat?.name)
    expect(flat?.calls).toEqual(expected.flat?.calls)
    expect(graph?.kind).toEqual(expected.graph?.kind)
    expect(graph?.count).toEqual(expected.graph?.count)
    expect(nameOf).toEqual(expected.nameOf)
    expect([samplePeriod, graphTotal, unreadCount, graphCut]).toEqual([0.01, 0.1, 0, false])
  })
  test('and keeps its lines where the page has them', () => {
    const text = page(`<!-- a\ncomment -->\n<pre\n class="x">${lines.map(coloured).join('\n')}</pre>`)
    const [{ flat }] = read(text)
    expect(Array.from(flat?.line ?? [], line => text.split('\n')[line - 1])).toEqual(lines.slice(5, 7).map(coloured))
  })
})

test('what is no page is left alone', () => {
  for (const text of ['<spontaneous>', listing, '<3 gprof', ''])
    expect(isWebPage(new TextEncoder().encode(text))).toBe(false)
})

test('an operator is no tag', () => {
  expect(textOfPage('<pre>a < b, c <= d, x<3>')).toBe('a < b, c <= d, x<3>')
})

test('no bytes make it fail, and pieces without an end take no longer than others', () => {
  const part = fc.constantFrom(
    '<',
    '>',
    '/',
    '<!--',
    '-->',
    '<script',
    '</script>',
    '<p',
    ' ',
    '\n',
    'a',
    '<br>',
    '&lt;',
  )
  fc.assert(fc.property(fc.array(part), parts => void textOfPage(parts.join(''))))
  for (const piece of ['<a ', '<!--', '<script>', '</p', '<', '<br>'])
    expect(textOfPage(piece.repeat(3e5))).toBeDefined()
})
