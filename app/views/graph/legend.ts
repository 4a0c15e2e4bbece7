/** Figures of a node, as the legend shows them, in the page and in a picture taken from it. */
export const EXAMPLE = { self: '5.3 %', total: '11.3 %' }
