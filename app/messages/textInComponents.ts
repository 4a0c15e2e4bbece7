// Finds text in components, all of which belongs to messages.

import { parseSync } from 'vite'

/** Attributes that a person reads or hears, and what describes a control as data: items of menus, columns, choices. */
const spoken = ['title', 'subtitle', 'label', 'short', 'hint', 'placeholder', 'alt', 'aria-label', 'aria-description']

/** What is in these is typed or pressed, and the same in every language. */
const typed = ['code', 'kbd', 'samp']

/** What is called so in every language. */
const names = ['Arcflame']

interface Node {
  type: string
  [field: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

/** Each text that stands in the elements of a file, and in what is read of their attributes or of such data, in the order of the file. */
export function textInComponents(name: string, source: string): string[] {
  const found: string[] = []
  const add = (text: string) => {
    const trimmed = text.replace(/\s+/g, ' ').trim()
    if (/\p{Letter}{2}/u.test(trimmed) && !names.includes(trimmed)) found.push(trimmed)
  }
  /** @param isShown Whether what is found is a text that is shown: not what is compared with, or given to a function. */
  const visit = (node: Node, isShown: boolean): void => {
    const all = (nodes: Node[], shown: boolean) => {
      for (const each of nodes) visit(each, shown)
    }
    switch (node.type) {
      case 'JSXText':
        return add(String(node.value))
      case 'Literal':
        if (isShown && typeof node.value === 'string') add(node.value)
        return
      case 'TemplateLiteral':
        if (isShown) add((node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('#'))
        return all(node.expressions as Node[], isShown)
      case 'JSXElement': {
        const { name: element, attributes } = node.openingElement as { name: Node; attributes: Node[] }
        all(attributes, false)
        if (!typed.includes(String(element.name))) all(node.children as Node[], true)
        return
      }
      case 'JSXAttribute':
        return isNode(node.value) ? visit(node.value, spoken.includes(String((node.name as Node).name))) : undefined
      case 'JSXFragment':
        return all(node.children as Node[], true)
      case 'Property':
        return visit(node.value as Node, spoken.includes(String((node.key as Node).name)))
      case 'JSXExpressionContainer':
        return visit(node.expression as Node, isShown)
      case 'ConditionalExpression':
        visit(node.test as Node, false)
        return all([node.consequent, node.alternate] as Node[], isShown)
      case 'LogicalExpression':
        visit(node.left as Node, isShown && node.operator !== '&&')
        return visit(node.right as Node, isShown)
      case 'ParenthesizedExpression':
        return visit(node.expression as Node, isShown)
      default:
        return all(childrenOf(node), false)
    }
  }
  const { program, errors } = parseSync(name, source)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`)
  visit(program as unknown as Node, false)
  return found
}
