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
const nodesIn = (...values: unknown[]): Node[] => values.flat().filter(isNode)

/** Each text that stands in the elements of a file, and in what is read of their attributes or of such data, in the order of the file. */
export function textInComponents(name: string, source: string): string[] {
  const { program, errors } = parseSync(name, source)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`)
  const found: string[] = []
  const visit = (node: Node, isShown: boolean): void => {
    const text = textOf(node, isShown).replace(/\s+/g, ' ').trim()
    if (/\p{Letter}{2}/u.test(text) && !names.includes(text)) found.push(text)
    for (const [part, shown] of partsOf(node, isShown)) visit(part, shown)
  }
  for (const node of nodesIn(program)) visit(node, false)
  return found
}

function textOf(node: Node, isShown: boolean): string {
  if (node.type === 'JSXText') return String(node.value)
  if (!isShown) return ''
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : ''
  if (node.type !== 'TemplateLiteral') return ''
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('#')
}

/** The parts of a node, and whether a text that is one of them is shown: not what is compared, or given to a function. */
function partsOf(node: Node, isShown: boolean): [part: Node, isShown: boolean][] {
  const all = (shown: boolean, ...values: unknown[]) => nodesIn(...values).map(part => [part, shown] as [Node, boolean])
  switch (node.type) {
    case 'JSXElement': {
      const { name, attributes } = node.openingElement as { name: Node; attributes: unknown }
      return [...all(false, attributes), ...(typed.includes(String(name.name)) ? [] : all(true, node.children))]
    }
    case 'JSXFragment':
      return all(true, node.children)
    case 'JSXAttribute':
      return all(spoken.includes(String((node.name as Node).name)), node.value)
    case 'Property':
      return all(spoken.includes(String((node.key as Node).name)), node.value)
    case 'ConditionalExpression':
      return [...all(false, node.test), ...all(isShown, node.consequent, node.alternate)]
    case 'LogicalExpression':
      return [...all(isShown && node.operator !== '&&', node.left), ...all(isShown, node.right)]
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return all(isShown, node.expression)
    case 'TemplateLiteral':
      return all(isShown, node.expressions)
    default:
      return all(false, ...Object.values(node))
  }
}
