import { expect, test } from 'vitest'
import type { FlameDrawing } from './flameDrawing.ts'
import { type Context, paintFlame } from './paintFlame.ts'

/** A context that writes down what is called, one line for each call, with the style it is called in. */
function recorder() {
  const calls: string[] = []
  const state = { globalAlpha: 1, fillStyle: '', strokeStyle: '', lineWidth: 0, font: '', textAlign: '' }
  const note =
    (name: string, style: () => string) =>
    (...args: unknown[]) => {
      calls.push([name, ...args, style(), state.globalAlpha === 1 ? '' : `alpha ${state.globalAlpha}`].join(' ').trim())
    }
  const context = Object.assign(state, {
    clearRect: note('clear', () => ''),
    fillRect: note('fill', () => state.fillStyle),
    fillText: note('write', () => `${state.fillStyle}, ${state.font}, ${state.textAlign}`),
    strokeRect: note('outline', () => `${state.strokeStyle} ${state.lineWidth}`),
  })
  return { context: context as unknown as Context, calls }
}

const fill = (colour: string, ...rectangles: number[]) => ({
  ...{ colour, texture: null, alpha: 1 },
  rectangles: Float32Array.from(rectangles),
})

const drawing: FlameDrawing = {
  ...{ width: 100, height: 40, ratio: 2 },
  boxes: [
    fill('violet', 0, 0, 50, 18, 0, 19, 20, 18),
    { ...fill('violet', 50, 0, 49, 18), texture: { pattern: 'dots', ink: 'black' } },
    { ...fill('green', 20, 19, 30, 18), alpha: 0.5 },
  ],
  grounds: [fill('violet', 60, 2, 30, 14)],
  labels: [
    { font: '12px mono', align: 'left', colour: 'black', alpha: 1, texts: ['main'], places: Float32Array.of(4, 9.5) },
    { font: '11px sans', align: 'right', colour: 'grey', alpha: 0.5, texts: ['9 %'], places: Float32Array.of(90, 9.5) },
  ],
  marks: [fill('blue', 0, 0, 2.5, 18)],
  outlines: [{ colour: 'blue', lineWidth: 2, rectangles: Float32Array.of(1, 1, 98, 16) }],
}

test('a drawing is painted from the boxes up to the outlines, and leaves nothing behind but the picture', () => {
  const { context, calls } = recorder()
  paintFlame(context, drawing, ({ colour, texture }, ratio) => `${colour} with ${texture?.pattern} for ${ratio}`)
  expect(calls).toEqual([
    'clear 0 0 100 40',
    'fill 0 0 50 18 violet',
    'fill 0 19 20 18 violet',
    'fill 50 0 49 18 violet with dots for 2',
    'fill 20 19 30 18 green alpha 0.5',
    'fill 60 2 30 14 violet',
    'write main 4 9.5 black, 12px mono, left',
    'write 9 % 90 9.5 grey, 11px sans, right alpha 0.5',
    'fill 0 0 2.5 18 blue',
    'outline 1 1 98 16 blue 2',
  ])
  expect(context.globalAlpha).toBe(1)
})
