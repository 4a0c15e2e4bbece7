import { useMessages } from '../../messages/messages.ts'
import { diagnosis } from '../../state/derive.ts'
import { showDoctor, store, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'

const toggle = () => showDoctor(!store.getState().view.doctor)

/** Where the keyboard goes when the Doctor is closed: the one of the two that can be seen. */
export const returnToDoctor = () => {
  for (const id of ['doctor-button', 'doctor-tab']) document.getElementById(id)?.focus()
}

/** How much there is to say, in a number and in words. */
function useFindings() {
  const cards = useApp(state => diagnosis(state)?.cards)
  const { doctor } = useMessages()
  const count = cards?.length ?? 0
  const atRisk = cards?.filter(({ risk }) => risk === 'amber').length ?? 0
  return {
    count,
    tone: atRisk > 0 ? 'doctor-button at-risk' : 'doctor-button',
    label: doctor.buttonLabel(formatCount(count), count, formatCount(atRisk)),
  }
}

/** Opens the Doctor and closes it, as does the key D, and tells how much there is to say. */
export function DoctorButton() {
  const { count, tone, label } = useFindings()
  const isOpen = useApp(state => state.view.doctor)
  const { doctor } = useMessages()
  useKey('d', toggle)
  return (
    <button
      type="button"
      id="doctor-button"
      className={`button report-button wide-only ${tone}`}
      aria-pressed={isOpen}
      aria-label={label}
      title={doctor.buttonHint}
      onClick={toggle}
    >
      <Icon name="doctor" />
      <span className="label">{doctor.title}</span>
      {count > 0 && <i>{formatCount(count)}</i>}
    </button>
  )
}

/** The same on a narrow screen, where the Doctor takes the place of a view. */
export function DoctorTab() {
  const { count, tone, label } = useFindings()
  const isOpen = useApp(state => state.view.doctor)
  const { doctor } = useMessages()
  return (
    <button
      type="button"
      id="doctor-tab"
      className={tone}
      aria-current={isOpen ? 'page' : undefined}
      aria-label={label}
      onClick={() => showDoctor(true)}
    >
      <Icon name="doctor" />
      <span>
        {doctor.title} {count > 0 && <i>{formatCount(count)}</i>}
      </span>
    </button>
  )
}
