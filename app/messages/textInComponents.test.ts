import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { textInComponents } from './textInComponents.ts'

const textIn = (element: string) => textInComponents('one.tsx', `const one = ${element}`)

test('text between elements is found, whatever decides about it', () => {
  expect(textIn('<p>Read <b>{count} files</b></p>')).toEqual(['Read', 'files'])
  expect(textIn(`<p>{count === 1 ? 'one file' : \`\${count} files\`}</p>`)).toEqual(['one file', '# files'])
  expect(textIn("<>{failed && 'It failed'}{reason ?? 'for no reason'}</>")).toEqual(['It failed', 'for no reason'])
  expect(textIn('<ul>{all.map(each => <li>It is {each}</li>)}</ul>')).toEqual(['It is'])
})

test('so is text in what is read of attributes, and in data about controls', () => {
  expect(textIn('<button title="Save it" className="save now" />')).toEqual(['Save it'])
  expect(textIn("<Panel title={open ? 'Close it' : words.open} />")).toEqual(['Close it'])
  expect(textIn(`[{ label: 'Save it', hint: \`to \${disk}\`, kind: 'save' }]`)).toEqual(['Save it', 'to #'])
})

test('what is typed, what is compared, signs and the name of the page are no text', () => {
  expect(textIn("<p><kbd>Ctrl V</kbd> <code>gmon.out</code> · {x === 'text' && y} Arcflame {n} %</p>")).toEqual([])
})

/** Source files of the page that draw something or say what is drawn. */
const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map(file => `app/${file.replaceAll('\\', '/')}`)
  .filter(file => /\.tsx?$/.test(file) && !/\.(test|fixture)\.|^app\/messages\//.test(file))
const found = files.map(file => ({ file, texts: textInComponents(file, readFileSync(file, 'utf8')) }))

test('no text is in components: all is in messages', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(found.filter(({ texts }) => texts.length > 0)).toEqual([])
})
