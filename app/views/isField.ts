/** Whether keys pressed here are meant for a field. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="range"]), textarea, select, [contenteditable]')
