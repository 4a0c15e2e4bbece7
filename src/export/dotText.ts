// Text between quotes in Graphviz's language.

import { printable } from './printable.ts'

/**
 * Lines of a label. There a backslash escapes, also letters that stand for the name of the node or the graph, and an
 * ampersand may begin an entity of HTML. `separator` ends a line: `\n` centres it, `\l` puts it to the left.
 */
export const dotLabel = (lines: readonly string[], separator: '\\n' | '\\l' = '\\n'): string =>
  quotable(lines, separator, '\\\\')

/** The same in a tooltip, where Graphviz takes escapes off twice. */
export const dotTooltip = (lines: readonly string[]): string => quotable(lines, '\\n', '\\\\\\\\')

const quotable = (lines: readonly string[], separator: string, backslash: string) =>
  lines
    .map(line => printable(line).replaceAll('\\', backslash).replaceAll('"', '\\"').replaceAll('&', '&amp;'))
    .join(separator)
