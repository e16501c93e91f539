import type { Explanations } from '../explanation.ts'

export const errorExplanations = {
  'ERROR-001': {
    rationale:
      'Runtimes decide by the exit status alone whether an operation worked. A failure with status 0 becomes a container without a network that everybody takes for healthy, and a success with another status is undone and tried again without end.',
    test: 'Exit status and standard output have to agree: 0 with a result, another status with an error object. In add and del this is judged for an ordinary ADD and DEL. In unlisted-version it is judged for an ADD whose cniVersion is 2.0.0. In broken-json, a first container shows that the plugin works, and an ADD with truncated JSON must then end with a status above 0, not by a signal. With --fuzz, the same is asked of requests to all operations that are made at random, and each has to end by itself, before the deadline (generated).',
    causes: [
      'The error object is printed, and the program then ends normally: exit with 1 after it.',
      'A wrapper script returns the status of its last command, such as echo or a pipe into a log: return that of the plugin.',
      'A warning after a successful operation sets the status: a warning belongs on standard error, and the status stays 0.',
      'Input that cannot be parsed makes the program panic or abort: catch it and report it as an error.',
    ],
  },
  'ERROR-002': {
    rationale:
      'The runtime parses standard output for the reason of a failure and puts it into the events of the pod. Without an error object, all that an operator gets to see is that a plugin failed with no error message.',
    test: 'An ADD is made to fail with truncated JSON (broken-json) and with the cniVersion 2.0.0 (unlisted-version). Standard output has to be one JSON object with a numeric code, and nothing else. The check is blocked when the plugin exits with 0. No network configuration is needed, so every plugin is tested. With --fuzz, whatever fails among requests that are made at random has to print such an object (generated).',
    causes: [
      'Errors are written to standard error, as programs commonly do: print the object to standard output, and leave standard error to logs.',
      'A panic or an uncaught exception ends the program: report it as an error object at the outermost place.',
      'Log lines, or a result that was printed earlier, precede the error object: print nothing else to standard output.',
      'The error is printed as plain text: print an object with cniVersion, code and msg.',
    ],
    knownDeviations: [
      {
        plugin: 'azure-vnet',
        what: 'When a delegated plugin failed, it printed a result and then an error object after it.',
        issue: 'https://github.com/containernetworking/cni/issues/571',
      },
    ],
  },
  'ERROR-010': {
    rationale:
      'Configurations are written by hand and arguments come from users, so that everything occurs sooner or later. A panic leaves a trace in a log instead of a reason in an event, and may leave half of the work done.',
    test: 'ADD is called with values of the wrong type in the keys of the specification (wrong-types), with JSON that no runtime writes, such as 5000 nested arrays or a key twice (unusual-json), and with arguments that are no pairs (malformed-args). The plugin may succeed or fail, but it has to print one JSON object. No network configuration is needed, so every plugin is tested.',
    causes: [
      'A value is used as what it should be, without a look at what it is: check its type first.',
      'An uncaught exception or a panic ends the program: catch it at the outermost place, and print an error object.',
      'A buffer of fixed size takes the input: read to the end, whatever the length.',
    ],
  },
} satisfies Explanations
