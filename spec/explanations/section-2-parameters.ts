import type { Explanations } from '../explanation.ts'

export const parameterExplanations = {
  'PARAM-001': {
    rationale:
      'An interface of another name is one that the runtime cannot find again: its address is not reported, and DEL does not remove it. A name that is used unchecked in a command or a path is also a way into the host.',
    test: 'A first container shows that the plugin works. For a second one, ADD is called with a name of 16 bytes (too-long), with eth/0 (slash), with a single dot (dot) and with a space in it (space). The plugin has to fail each time.',
    causes: [
      'The name is shortened to what the kernel takes: fail instead.',
      'The name of the configuration is used when CNI_IFNAME does not fit: fail instead.',
      'Nothing checks the name before other work begins, and the failure of the kernel is then taken for one that does not matter: check it first.',
    ],
  },
  'PARAM-002': {
    rationale:
      'Without its container ID an attachment cannot be told from others, so that addresses are handed out twice and DEL releases those of somebody else. A plugin that makes up a default hides a fault of the runtime until that happens.',
    test: 'In the checks of ADD, a first container shows that the plugin works, and a second ADD lacks CNI_CONTAINERID, CNI_NETNS or CNI_IFNAME. In the checks of DEL, a container is added and then removed without CNI_CONTAINERID or CNI_IFNAME. The plugin has to fail each time, with whatever code.',
    causes: [
      'A missing variable is read as an empty string and used like that: check the variables of the operation before anything else.',
      'Only those variables are checked that the plugin itself uses: check all that the operation requires, because the state of others depends on them.',
      'A default takes the place of a missing variable, such as eth0 for CNI_IFNAME: fail instead.',
    ],
  },
  'PARAM-003': {
    rationale:
      'By the code a runtime tells its own fault, which no repetition mends, from a failure of the network. It is also what a person looks up first.',
    test: 'A first container shows that the plugin works. A second ADD then lacks CNI_CONTAINERID, CNI_NETNS or CNI_IFNAME, and the code of the error has to be 4. The check is blocked when the plugin does not fail with an error object.',
    causes: [
      'A general code such as 100 is used for every error: give the checks of the variables code 4.',
      'The parsing of the configuration comes first and fails with code 6 or 7: check the environment before the input.',
    ],
  },
  'PARAM-004': {
    rationale:
      'Whoever gets this error has to change the program that calls the plugin, and all that reaches them is the text. An error that names one variable at a time makes them find out about the next one only after mending the first.',
    test: 'In containerid, netns and ifname, ADD is called without that variable, and msg or details must contain its name. In all, the three are left out at once, and every variable that the plugin insists on alone has to be named. A first ADD has to work, otherwise the check is blocked; it does not apply where the error has another code than 4.',
    causes: [
      'The text says only that a required variable is missing: name it.',
      'The check stops at the first missing variable: collect the names, then report them together.',
      'The names go to standard error, and the error object has a general text: put them into msg or details.',
    ],
  },
  'PARAM-005': {
    rationale:
      'Plugins and runtimes make file names of the container ID: reservations, locks, cached results. With slashes and dots in it they end up elsewhere on the host, and a hyphen at the beginning is taken for an option by the programs that get it.',
    test: 'A first container shows that the plugin works. For a second one, ADD is called with the container IDs ../container (slash), my container (space) and -container (leading-hyphen). The plugin has to fail each time.',
    causes: [
      'The ID is used as it comes: check it against letters, digits, underscore, dot and hyphen, beginning with a letter or digit.',
      'Only slashes are looked for: check for what is allowed, not for what is not.',
      'Only the runtime checks it: check it in the plugin too, because runtimes differ.',
    ],
  },
  'PARAM-006': {
    rationale:
      'A runtime knows nothing of a plugin but the name of a file. That everything comes through the environment and standard input lets plugins be written in any language, and lets shell scripts stand in for them.',
    causes: [
      'The file is not executable, or its interpreter is missing on the host: set the mode, and prefer a static binary.',
      'Arguments on the command line are expected: runtimes pass none.',
      'Standard input is not read because the configuration is taken from a file: the runtime has changed it on the way, so read what it sends.',
    ],
  },
  'PARAM-007': {
    rationale:
      'Each operation has its own list of required variables, and a runtime need not set the others: there is no interface to name in STATUS and no namespace left in a late DEL. A plugin that insists on more than the list fails with a runtime that keeps to it.',
    causes: [
      'One list of required variables serves all operations: have one for each.',
      'CNI_PATH is demanded by a plugin that delegates nothing: demand it where it is used.',
      'An absent variable and an empty one are told apart: treat them alike.',
    ],
  },
} satisfies Explanations
