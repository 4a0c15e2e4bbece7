import type { Shape } from './shapes.ts'

/** The parts of something in the picture, as elements; the style sheet knows them by the names of the parts. */
export const ShapeElements = ({ shapes }: { shapes: readonly Shape<string>[] }) => shapes.map(elementOf)

function elementOf(shape: Shape<string>) {
  const { part } = shape
  if (shape.kind === 'rect') {
    const { x, y, width, height, radius, dashes } = shape
    return <rect key={part} className={part} {...{ x, y, width, height }} rx={radius} strokeDasharray={dashes} />
  }
  if (shape.kind === 'path')
    return (
      <path key={part} className={part} d={shape.d} strokeWidth={shape.strokeWidth} strokeDasharray={shape.dashes} />
    )
  return (
    <text
      key={part}
      className={part}
      x={shape.x}
      y={shape.y}
      textAnchor={shape.anchor === 'start' ? undefined : shape.anchor}
    >
      {shape.lead !== undefined && <tspan className="lead">{shape.lead}</tspan>}
      {shape.lead !== undefined && ' '}
      {shape.text}
    </text>
  )
}
