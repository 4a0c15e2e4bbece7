// Property tests draw the same cases in every run of the tests, so that a change is what makes them fail. What they have not
// drawn yet is looked for apart, by `npm run test:random`: a case that fails there becomes a test of its own.

import fc from 'fast-check'

fc.configureGlobal({ seed: 20_260_301 })
