/** A place where the text can be read in more than one way, and the reading that this suite takes. */
export interface Stand {
  readonly question: string
  readonly answer: string
  readonly reason: string
}

/** The stands that requirements refer to, by id. */
export const stands = {
  'A-01': {
    question: 'Where does the error object go: to standard output or to standard error?',
    answer: 'To standard output.',
    reason:
      'The overview of section 2 names standard error since 1.0.0. STATUS, every text up to 0.4.0 and every runtime that reads errors say standard output.',
  },
  'A-02': {
    question: 'Does VERSION have to repeat the cniVersion of its input?',
    answer: 'As written, yes; as a contested requirement, so that a violation is a warning unless the run is strict.',
    reason: 'The text is clear since 1.0.0, but the library that most plugins are built on ignores the input.',
  },
  'A-03': {
    question: 'What does VERSION do with input that is empty or names an unknown version?',
    answer: 'It answers all the same.',
    reason:
      'Up to 0.4.0 VERSION has no input at all, and a runtime asks for versions because it does not know them yet.',
  },
  'A-04': {
    question: 'Does an error object need a cniVersion, and which?',
    answer: 'It should have one: that of the request, or another one that the plugin supports.',
    reason: 'The texts name three different values. An object without it can still be understood.',
  },
  'A-05': {
    question: 'Does an error object need details?',
    answer: 'No.',
    reason: 'They are optional up to 0.4.0. Since 1.0.0 the mark is gone, from results as well as from errors.',
  },
  'A-07': {
    question: 'When is an existing interface an error, and when is it there to be adjusted?',
    answer: 'It is an error for a plugin that makes an interface and is called without prevResult.',
    reason: 'A chained plugin is called to adjust what exists, and every network namespace has its loopback interface.',
  },
  'A-08': {
    question: 'May a plugin demand CNI_PATH, which is optional?',
    answer: 'It is always set here. A plugin that fails without it, and needs no delegated plugin, gets a warning.',
    reason:
      'The text lists it as optional for four operations and as required for GC, and the library that most plugins use demands it.',
  },
  'A-11': {
    question: 'Which key holds the valid attachments on GC?',
    answer: 'cni.dev/valid-attachments; runtimes send the older cni.dev/attachments with the same list too.',
    reason: 'The tag of 1.1.0 has one name and the main branch the other.',
  },
  'A-12': {
    question: 'What does GC do without a list of attachments?',
    answer: 'Nothing is removed. An empty list says that nothing is valid.',
    reason: 'A runtime that knows nothing of the key must not lose what its containers use.',
  },
  'A-13': {
    question: 'Does GC of one network concern another one that shares a bridge or a data folder with it?',
    answer: 'No: what belongs to attachments of another network stays.',
    reason: 'The list has the attachments to this network, so that no attachment to another one can be in it.',
  },
  'A-15': {
    question: 'What identifies an attachment?',
    answer: 'The network, the container ID and the interface name together.',
    reason:
      '0.4.0 names all three, 1.0.0 and later the last two. A container has no two interfaces of one name, but nothing keeps two runtimes with a network each from using the same container ID.',
  },
  'A-16': {
    question: 'How much does a repeated DEL have to tolerate?',
    answer: 'Everything that may be missing. Malformed input may still be refused.',
    reason: 'The must speaks of an interface or a modification that is missing, not of input that cannot be read.',
  },
  'A-17': {
    question: 'What is an empty prevResult?',
    answer: 'One that is absent, null, an object without keys, or one without interfaces and addresses.',
    reason: 'Runtimes send each of them after an ADD that failed or that another runtime did.',
  },
  'A-18': {
    question: 'What may CNI_NETNS be on DEL?',
    answer:
      'Unset, empty, or the path of a namespace that is gone. A path to something that is no namespace is contested.',
    reason:
      'It is optional for DEL, and runtimes use all three forms for a container that no longer exists. A file in the place of the namespace is what a crash leaves, or a mistake.',
  },
  'A-19': {
    question: 'Must CHECK and STATUS run the delegated plugin?',
    answer: 'Yes.',
    reason:
      'Section 2 says should for CHECK and must for STATUS; section 4 says must for CHECK and does not name STATUS.',
  },
  'A-21': {
    question: 'Which codes does a failing STATUS have?',
    answer: 'Any error object will do; 50 and 51 are the ones meant for it.',
    reason: 'The text defines the two codes in the context of STATUS and does not demand them.',
  },
  'A-22': {
    question: 'May a plugin fail because of arguments in CNI_ARGS that it does not know?',
    answer: 'It gets a warning for that.',
    reason:
      'The arguments come from the user and go to every plugin of a network alike. The text does not say what a plugin does with those of others. The library that most plugins use refuses them where it parses any, unless IgnoreUnknown=1 is among them, which is a convention.',
  },
  'A-23': {
    question: 'How may a plugin refuse a key that it does not know?',
    answer: 'With code 2, naming the key and its value; never a key in args where the text exempts it.',
    reason: 'Refusing is allowed, and code 2 is made for it.',
  },
  'A-24': {
    question: 'Which keys does a result need?',
    answer: 'cniVersion. The others when there is something to list.',
    reason: 'Since 1.0.0 no key is marked as optional, but an empty list and an absent one say the same.',
  },
  'A-25': {
    question: 'When does an address need the index of an interface?',
    answer: 'When it is in the container. The result of an IPAM plugin has none.',
    reason:
      'The index is what tells a runtime which interface an address is on; an address elsewhere has no interface to name.',
  },
  'A-26': {
    question: 'When is the hardware address, or the MTU, of an interface to be given?',
    answer: 'It may be left out. If it is given, it is the one that the interface has.',
    reason: 'The text says "if applicable" and does not say when that is.',
  },
  'A-27': {
    question: 'Does the sandbox have to be the same text as CNI_NETNS, or the same namespace?',
    answer: 'The same text.',
    reason: 'The text speaks of the value that was passed.',
  },
  'A-30': {
    question: 'Which error code belongs to which failure?',
    answer: 'The one whose meaning in the table fits. Another code is a warning.',
    reason:
      'Only the code for an unsupported version was ever asked for in a sentence; for the others there is just the table.',
  },
  'A-31': {
    question: 'May a plugin use a code below 100 that the table does not have?',
    answer: 'No.',
    reason: '0.4.0 forbids it in words, and the other texts reserve the range.',
  },
  'A-33': {
    question: 'May CHECK and GC print something when they succeed?',
    answer: 'No.',
    reason:
      'The text says that GC has no output, and in 0.4.0 that CHECK returns either nothing or an error. Later texts say it of CHECK only in their example, so that there it is a warning.',
  },
  'A-35': {
    question: 'Which damage does CHECK have to notice?',
    answer: 'What the plugin itself made and lists. Beyond that, what its profile declares.',
    reason: 'The text lists examples and ends with etc., and only the plugin knows what it is aware of.',
  },
  'A-36': {
    question: 'How long may CHECK wait for what is still coming up?',
    answer: 'Five seconds, unless the run says otherwise.',
    reason: 'The text speaks of a reasonable delay.',
  },
  'A-38': {
    question: 'Does a delete end at the first error, although DEL does its best?',
    answer: 'Yes.',
    reason: 'The steps of section 3 say so for the runtime; what a plugin owes is another matter.',
  },
  'A-39': {
    question: 'Must a plugin clean up after its own ADD that failed?',
    answer:
      'Nothing may be left after the DEL that follows. That the plugin itself runs the delegated one with DEL is asked for after a failure of that one; after another failure it is a contested requirement.',
    reason:
      'The texts let the runtime call DEL after a failure. Only for a delegated plugin that fails do they ask for more, but an address that nobody uses is lost either way.',
  },
  'A-40': {
    question: 'What does a plugin do without CNI_COMMAND?',
    answer: 'It fails. Printing what it is and ending with 0 gets a warning.',
    reason:
      'CNI_COMMAND is required for every operation. The library that most plugins use takes its absence for a call by a person, which is helpful, and hides a fault of a runtime.',
  },
  'A-42': {
    question: 'Which interface names are valid?',
    answer: '1 to 15 bytes without a slash, a colon or a space, and neither one dot nor two.',
    reason: 'The texts up to 0.4.0 refer to Linux. The later ones say nothing, and the kernel has not changed.',
  },
  'A-43': {
    question: 'Which characters may a container ID have?',
    answer: 'Letters, digits, underscore, dot and hyphen, beginning with a letter or digit, at any length.',
    reason: 'The sentence names the underscore and then leaves out the character itself.',
  },
  'A-45': {
    question: 'Has a plugin to cope with a configuration that changed between ADD and DEL?',
    answer: 'No, and it is not tested.',
    reason: 'Runtimes should not do it.',
  },
  'A-47': {
    question: 'Is CNI_COMMAND the same when a plugin cleans up after a delegated ADD that failed?',
    answer: 'No: it is DEL.',
    reason: 'The same environment is asked for, and the command of the clean-up is asked for too.',
  },
  'A-48': {
    question: 'Does a request carry runtimeConfig when there is nothing in it, and must capabilities be removed?',
    answer: 'runtimeConfig may be absent then. capabilities have to be gone, as written.',
    reason:
      'An absent runtimeConfig says the same as an empty one. Capabilities that stay are what the text rules out.',
  },
  'A-49': {
    question: 'Is disableCheck text or a boolean?',
    answer: 'Both are accepted in 0.4.0, a boolean later.',
    reason: '0.4.0 calls it a string and gives true and false as its values; runtimes take both.',
  },
  'A-52': {
    question: 'Must the dns of an IPAM plugin appear in the result?',
    answer: 'Up to 0.4.0 yes, unless the configuration has dns of its own; later it is a warning.',
    reason: 'Up to 0.4.0 the result should be the one of the IPAM plugin. Later texts do not say.',
  },
  'A-53': {
    question: 'Which gateway does a route without gw have?',
    answer: 'None, or the gateway of one of the addresses.',
    reason: 'The text allows the gateway of an address, and a route over a point-to-point link needs none.',
  },
  'A-54': {
    question: 'May a plugin leave out what its prevResult holds?',
    answer: 'Since 1.0.0 no; before that it is a warning.',
    reason:
      'Up to 0.4.0 a plugin may suppress a previous result if it does so on purpose, which cannot be seen from outside.',
  },
  'A-55': {
    question: 'Is a version that is spelt otherwise, such as v1.0.0 or 1.0, the version that is meant?',
    answer: 'No. It is refused as a version that is not supported, or as one that cannot be read.',
    reason:
      'The text demands a semantic version, which has three numbers and nothing before them. The table has code 1 for a version that does not fit, and code 6 for one that cannot be decoded.',
  },
  'A-56': {
    question: 'Are the plugins of the folder loaded when loadOnlyInlinedPlugins is true?',
    answer: 'No.',
    reason:
      'The text of the key says that they are ignored, and the text of plugins that they are merged. The name of the key and the library that runtimes use agree with the first.',
  },
  'A-57': {
    question: 'Must a check end at the first error, or may it?',
    answer: 'It ends there.',
    reason:
      'Section 2 leaves it to the runtime, and the steps of section 3, like the error handling of lists in 0.4.0, leave no choice. The library that runtimes use ends there too.',
  },
  'A-58': {
    question: 'Does a plugin have to cope with the death of an earlier execution?',
    answer: 'Yes.',
    reason:
      'An ADD that is killed is an ADD that failed, which DEL has to follow, and DEL does its best although some of what it looks for is missing. Of locks the text says only that there have to be some; one that stays for ever is none that plugins could be run with.',
  },
  'A-60': {
    question: 'May STATUS change something?',
    answer: 'No; as a contested requirement. A folder for its state or a file to lock does not count.',
    reason: 'The text calls STATUS purely informational, without a keyword.',
  },
  'A-70': {
    question: 'Must a plugin be able to give a container a second interface in the same network?',
    answer: 'It should, as a contested requirement.',
    reason:
      'The text allows runtimes to ask for it, under another interface name. It does not say that plugins have to take part, and some networks have one address for each container.',
  },
  'A-61': {
    question: 'Which plugins have to compare with prevResult on CHECK?',
    answer: 'Those that make the interface of the container.',
    reason:
      'The text says so of interfaces and addresses. A plugin that only adjusts an interface, or keeps account of addresses, has made neither, and the next sentences ask a plugin for what it made.',
  },
  'A-62': {
    question: 'Has a route that a later plugin moved to another table to be accepted, where the result cannot say so?',
    answer: 'Yes.',
    reason:
      'The text names routes as what a later plugin may have modified, and up to 1.0.0 a route in a result has no table. It is not missing: the container still has it.',
  },
} as const satisfies Readonly<Record<string, Stand>>

export type StandId = keyof typeof stands
