// A picture of the flame chart as data: what is filled, written and outlined, in the order in which it is painted. It
// needs neither table nor profile, so that it can be handed to another thread, and be read by a test.

export interface FlameDrawing {
  /** In CSS pixels. */
  width: number
  height: number
  /** Pixels of the screen to one of CSS. */
  ratio: number
  boxes: Fill[]
  /** What labels stand on where there is a texture. */
  grounds: Fill[]
  labels: LabelRun[]
  /** Over the labels. */
  marks: Fill[]
  outlines: Outline[]
}

/** Rectangles of one colour. */
export interface Fill {
  colour: string
  /** What is drawn over the colour; null for nothing. */
  texture: Texture | null
  /** Of all of it, 0..1. */
  alpha: number
  /** Left, top, width, height after one another. */
  rectangles: Float32Array
}

export interface Texture {
  pattern: 'dots' | 'hatch'
  ink: string
}

/** Texts of one face and colour. */
export interface LabelRun {
  font: string
  align: 'left' | 'right'
  colour: string
  alpha: number
  texts: string[]
  /** Of each text: where it begins, or ends if it is aligned to the right, and the middle of its height. */
  places: Float32Array
}

/** Outlines of one colour: left, top, width, height of the middle of each line. */
export interface Outline {
  colour: string
  lineWidth: number
  rectangles: Float32Array
}

/** The memory that can be handed over with a drawing. */
export const drawingBuffers = ({ boxes, grounds, labels, marks, outlines }: FlameDrawing): ArrayBuffer[] =>
  [...boxes, ...grounds, ...marks, ...outlines, ...labels].map(
    part => ('places' in part ? part.places : part.rectangles).buffer as ArrayBuffer,
  )
