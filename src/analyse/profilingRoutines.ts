// The routines that do the profiling, which gprof keeps out of its own figures. They are seen in programs that are
// linked statically.

const names = new Set(['_gprof_mcount', 'mcount', '_mcount', '__mcount', '__mcount_internal', '__mcleanup'])

/** Whether a function, by its name in the symbol table, counts calls for the profile and is left out of it. */
export function isProfilingRoutine(name: string): boolean {
  return names.has(name)
}
