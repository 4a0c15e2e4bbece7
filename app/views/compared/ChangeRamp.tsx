import { CHANGE_TOKENS } from './comparedFigures.ts'

/** All steps of change, from what took less to what took more. */
export const ChangeRamp = () => (
  <span className="ramp" aria-hidden="true">
    {CHANGE_TOKENS.map(token => (
      <i key={token} className={`change-${token.slice(2)}`} />
    ))}
  </span>
)
