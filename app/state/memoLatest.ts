/** Keeps the latest two answers: one store feeds every view, and a change is looked at from before and from after. */
export function memoLatest<Input extends unknown[], Answer>(compute: (...input: Input) => Answer) {
  let known: { input: Input; answer: Answer }[] = []
  return (...input: Input): Answer => {
    const found = known.find(each => each.input.every((value, i) => Object.is(value, input[i])))
    if (found && found === known[0]) return found.answer
    const latest = found ?? { input, answer: compute(...input) }
    known = [latest, ...known.filter(each => each !== latest).slice(0, 1)]
    return latest.answer
  }
}
