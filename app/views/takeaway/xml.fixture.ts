// Reading of the XML that pictures are, as strictly as their readers do.

export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const decoded = (text: string) =>
  text.replace(/&([^;]*);/g, (whole, name) => {
    if (!(name in entities)) throw new Error(`no such entity: ${whole}`)
    return entities[name]
  })

/** Reads XML of elements, attributes, text and CDATA, and throws at all that a strict parser would refuse in that. */
export function parsed(xml: string): XmlElement {
  const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(xml)
  if (forbidden) throw new Error(`XML forbids U+${forbidden[0].codePointAt(0)?.toString(16)}`)
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const token = /<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|<!\[CDATA\[(.*?)\]\]>|([^<]+)/sy
  token.lastIndex = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml)?.[0].length ?? 0
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const [, closed, name, attributes = '', isEmpty, literal, text] = token.exec(xml) ?? []
    const top = open[open.length - 1]
    if (literal !== undefined) top.text += literal
    else if (text !== undefined) {
      if (/&(?!\w+;)/.test(text)) throw new Error(`a bare & at ${at}`)
      top.text += decoded(text)
    } else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, decoded(value)])
      const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' }
      if (Object.keys(element.attributes).length !== pairs.length) throw new Error(`an attribute twice at ${at}`)
      top.children.push(element)
      if (isEmpty === '') open.push(element)
    } else if (closed === undefined || closed !== open.pop()?.name)
      throw new Error(`not well-formed: ${xml.slice(at, at + 60)}`)
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element')
  return root.children[0]
}

/** An element and all that is in it, in the order of the text. */
export function* all(element: XmlElement): Iterable<XmlElement> {
  yield element
  for (const child of element.children) yield* all(child)
}

export const titleOf = (group: XmlElement) => group.children.find(({ name }) => name === 'title')?.text ?? ''
