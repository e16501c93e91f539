import type { Explanations } from '../explanation.ts'

export const parameterExplanations = {
  'PARAM-001': {
    rationale:
      'An interface of another name is one that the runtime cannot find again: its address is not reported, and DEL does not remove it. A name that is used unchecked in a command or a path is also a way into the host.',
    test: 'A first container shows that the plugin works. For a second one, ADD is called with a name of 16 bytes (too-long), with eth/0 (slash), with a single dot (dot) and with a space in it (space). The plugin has to fail each time. A name of 15 bytes it may take or refuse, but an interface that it makes has to have that very name (fifteen-bytes).',
    causes: [
      'The name is shortened to what the kernel takes: fail instead.',
      'The name of the configuration is used when CNI_IFNAME does not fit: fail instead.',
      'Nothing checks the name before other work begins, and the failure of the kernel is then taken for one that does not matter: check it first.',
    ],
  },
  'PARAM-002': {
    rationale:
      'Without its container ID an attachment cannot be told from others, so that addresses are handed out twice and DEL releases those of somebody else. A plugin that makes up a default hides a fault of the runtime until that happens.',
    test: 'In the checks of ADD, a first container shows that the plugin works, and a second ADD lacks CNI_CONTAINERID, CNI_NETNS or CNI_IFNAME. In the checks of DEL, a container is added and then removed without CNI_CONTAINERID or CNI_IFNAME. The same is done with the variables empty rather than missing (add-empty and del-empty), and with CHECK. The plugin has to fail each time, with whatever code.',
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
    test: 'In containerid, netns and ifname, ADD is called without that variable, and msg or details must contain its name. In all, the three are left out at once, and every variable that the plugin insists on alone has to be named. In command, CNI_COMMAND is ATTACH. A first ADD has to work, otherwise the check is blocked; it does not apply where the error has another code than 4.',
    causes: [
      'The text says only that a required variable is missing: name it.',
      'The check stops at the first missing variable: collect the names, then report them together.',
      'The names go to standard error, and the error object has a general text: put them into msg or details.',
    ],
  },
  'PARAM-005': {
    rationale:
      'Plugins and runtimes make file names of the container ID: reservations, locks, cached results. With slashes and dots in it they end up elsewhere on the host, and a hyphen at the beginning is taken for an option by the programs that get it.',
    test: 'A first container shows that the plugin works. For a second one, ADD is called with the container IDs ../container (slash), my container (space), -container (leading-hyphen), .container (leading-dot) and one with a circumflex (other-letters). The plugin has to fail each time.',
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
    test: 'ADD, DEL and CHECK are each called once with CNI_PATH and once without it, and have to succeed both times. The checks do not apply to plugins that delegate, because those need it. The other optional variables are absent in the checks of other requirements.',
    causes: [
      'One list of required variables serves all operations: have one for each.',
      'CNI_PATH is demanded by a plugin that delegates nothing: demand it where it is used.',
      'An absent variable and an empty one are told apart: treat them alike.',
    ],
  },
  'PARAM-008': {
    rationale:
      'A runtime that forgets the command has not done what it wanted to do, and must not take the call for a success. Nothing else in the call tells the plugin whether to add or to delete.',
    test: 'VERSION shows that the plugin works. Then it is called like for ADD, but with CNI_COMMAND unset or empty, and has to fail. No network configuration is needed, so every plugin is tested.',
    causes: [
      'The call is taken for one by a person, and a text about the plugin is printed: print it, and exit with 1 or ask for an option such as --help.',
      'ADD is the default: there is no default, so fail.',
    ],
  },
  'PARAM-009': {
    rationale:
      'New versions of the specification bring new commands. A plugin that ends with 0 when it gets one that it does not know tells the runtime that something was done, and one that takes it for ADD does something else.',
    test: 'VERSION shows that the plugin works. Then it is called like for ADD, but with the command ATTACH (unknown) or add (lower-case). It has to fail, with code 4. No network configuration is needed, so every plugin is tested.',
    causes: [
      'The branch for other commands does nothing: fail there.',
      'The command is compared without regard to case: compare it as it is.',
      'A general code is used: code 4 is for variables with a wrong value, CNI_COMMAND included.',
    ],
  },
  'PARAM-010': {
    rationale:
      'Each runtime has its own container IDs: long hashes, short names, names with dots and underscores. A plugin that takes only those that its author has seen works with one runtime.',
    test: 'A first container shows that the plugin works. A second one has a container ID of one letter (one-character), of 128 letters and digits (128-characters), or with underscores, dots and hyphens in all places but the first (punctuation). ADD has to succeed.',
    causes: [
      'The ID is part of the name of an interface, which has 15 bytes at most: use a hash of it.',
      'A fixed length, or the alphabet of hexadecimal numbers, is demanded: take what the specification allows.',
      'The ID is cut off where a dot is, as if it were a file name with an extension: keep it whole.',
    ],
  },
  'PARAM-011': {
    rationale:
      'The same arguments go to every plugin of a network, and Kubernetes runtimes put the name of the pod into them. A plugin that fails because of what is meant for another one cannot be combined with it.',
    test: 'A first container shows that the plugin works. A plugin that delegates does so to a stand-in, because it has to pass the arguments on. Then ADD is called with the arguments FOO=BAR and ABC=123 in CNI_ARGS, in one check after IgnoreUnknown=1 (ignore-unknown) and in the other without (unknown). It has to succeed.',
    causes: [
      'The library for arguments knows only the keys of a fixed type and fails for the others: leave them out, or ignore the error.',
      'IgnoreUnknown is not known itself: accept it.',
    ],
  },
} satisfies Explanations
