import type { Explanations } from '../explanation.ts'

export const versionExplanations = {
  'VERSION-001': {
    rationale:
      'A runtime that wants to know which versions it can speak with a plugin has only this answer. libcni takes a plugin that does not know VERSION for one of 0.1.0, and gives up on an answer that it cannot parse.',
    test: 'VERSION is called with the cniVersion of the case on standard input and no other parameters. It has to exit with 0 and to print one object, which is held against the schema: cniVersion and supportedVersions are there, and the latter lists at least one version, each well-formed and none twice. No network configuration is needed.',
    causes: [
      'VERSION runs into the checks of the other operations, which demand more variables or a complete configuration: handle it before them.',
      'The version of the plugin itself is printed: list versions of the specification.',
      'The operation is not known to the plugin, which was written for 0.1.0: answer it, as every version since 0.2.0 asks.',
    ],
  },
  'VERSION-002': {
    rationale:
      'The answer is in the format of the version that its cniVersion names. A runtime can rely on that only if it is the version that it asked in.',
    test: 'VERSION is called once with each version that the plugin lists, as cniVersion on standard input. The cniVersion of the answer has to be the same. The check is blocked when VERSION fails.',
    causes: [
      'The library answers with the newest version that the plugin supports and does not read its input: read cniVersion from standard input and repeat it.',
      'A fixed version is compiled in: repeat the one of the input.',
    ],
    knownDeviations: [
      {
        plugin: 'plugins built on the CNI library for Go',
        what: 'They answer with the newest version that they or the library know, whatever the input says.',
        issue: 'https://github.com/containernetworking/plugins/issues/668',
      },
    ],
  },
  'VERSION-003': {
    rationale:
      'A runtime asks for the versions because it does not know them, so it may well ask in one that the plugin does not support. Up to 0.4.0 VERSION has no input at all, and older runtimes send none.',
    test: 'VERSION is called once with proper input; the check is blocked when that fails. Then it is called with empty input (empty-input), with an object without keys (no-version), and with the cniVersion 9.9.9 (unknown-version). It has to succeed each time.',
    causes: [
      'The input is parsed before the operation is looked at, and empty input is an error: accept anything for VERSION.',
      'The check for supported versions is applied to VERSION too: leave it out there.',
    ],
  },
  'VERSION-004': {
    rationale:
      'Runtimes and administrators choose the version of a network from these lists. A version that is listed and does not work fails only when the first container is started.',
    test: 'An ADD is made with each version that the plugin lists. It must not be refused with code 1. Another failure blocks the check, because it has other reasons than the version.',
    causes: [
      'The list is the one of the library and grew with an update, while the plugin can print results of older versions only: list what is tested.',
      'A delegated plugin does not support the version, and its error is passed on: update it, or list what both support.',
      'The version of the configuration is compared with a single one: compare it with the list.',
    ],
  },
  'VERSION-005': {
    rationale:
      'A plugin that takes a version it does not know guesses at the meaning of keys and answers in a format that the runtime does not expect. The failure then shows elsewhere, as a result that cannot be parsed or a key that is silently ignored.',
    test: 'A first container shows that the plugin works. For a second one, ADD is called with versions that were never released: 0.5.0 (between), 1.1.1 (newer) and 2.0.0 (next-major). The plugin has to fail each time, with whatever code.',
    causes: [
      'cniVersion is not looked at: compare it with the list of supported versions before anything else.',
      'Versions are compared as newer or older than a bound: look the exact version up in the list.',
      'Unknown versions are treated as the newest known one: fail instead.',
    ],
  },
  'VERSION-006': {
    rationale:
      'Code 1 says that plugin and configuration do not go together, and that another version may help. With any other code this common mistake, mostly made in an upgrade, looks like a failure of the network.',
    test: 'ADD is called with the versions 0.5.0 (between), 1.1.1 (newer) and 2.0.0 (next-major). The code of the error has to be 1. The check is blocked when the plugin does not fail with an error object; no network configuration is needed.',
    causes: [
      'A general code is used for every error: use 1 for an unsupported version.',
      'The configuration is validated first and fails with code 7: look at the version before that.',
      'The conversion of the result fails at the end, with an error of its own: compare the version at the beginning.',
    ],
  },
  'VERSION-007': {
    rationale:
      'A version that cannot be read says nothing of the format that is expected. A plugin that guesses prints a result that its caller may read otherwise.',
    test: 'A first container shows that the plugin works. Then ADD is called with the version written with a v before it (prefix), without its last number (two-numbers) and as a JSON number (number). The plugin has to fail, with code 1 or 6.',
    causes: [
      'Versions are compared by their beginning, or number by number as far as there are any: compare the whole text.',
      'What cannot be read is replaced by a default version: fail with code 6.',
      'A general code is used: use 1, which stands for a version that is not supported, or 6 for one that cannot be read.',
    ],
  },
} satisfies Explanations
