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
    answer: 'Unset, empty, or the path of a namespace that is gone.',
    reason: 'It is optional for DEL, and runtimes use all three forms for a container that no longer exists.',
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
  'A-43': {
    question: 'Which characters may a container ID have?',
    answer: 'Letters, digits, underscore, dot and hyphen, beginning with a letter or digit, at any length.',
    reason: 'The sentence names the underscore and then leaves out the character itself.',
  },
  'A-47': {
    question: 'Is CNI_COMMAND the same when a plugin cleans up after a delegated ADD that failed?',
    answer: 'No: it is DEL.',
    reason: 'The same environment is asked for, and the command of the clean-up is asked for too.',
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
} as const satisfies Readonly<Record<string, Stand>>

export type StandId = keyof typeof stands
