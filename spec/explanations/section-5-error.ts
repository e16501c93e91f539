import type { Explanations } from '../explanation.ts'

export const errorObjectExplanations = {
  'ERROR-003': {
    rationale:
      'Runtimes parse this object into fixed types. A code that is a string, or details that are an object, cost the whole message, and an empty msg leaves an operator with a bare number.',
    test: 'An ADD lacks CNI_IFNAME, and the error object that the plugin prints is held against the schema of the version. The code has to be a whole number and not negative, msg text that is not empty, and details, if any, text. The check is blocked when the plugin does not fail with an error object; no network configuration is needed.',
    causes: [
      'The text is put into details, or into a key of another name, and msg is empty: put a short text into msg.',
      'The code is a string such as ENOENT, or a fraction: use a whole number.',
      'Details hold an object or a stack of errors: write them as one text.',
    ],
  },
  'ERROR-004': {
    rationale:
      'The version tells whoever parses the object which format and which meanings of codes it follows. Runtimes that read errors from several plugins have nothing else to tell them apart by.',
    test: 'An ADD lacks CNI_IFNAME, which has nothing to do with the version. The error object has to have a cniVersion, and that has to be the version of the request or one that the plugin lists. The check is blocked when the plugin does not fail with an error object; no network configuration is needed.',
    causes: [
      'The library has no such key in its errors: add it before the error is printed.',
      'The environment is checked before the configuration is read, so that the version is not known yet: read the input first, or use the newest version that the plugin supports.',
      'The version of the plugin is given instead: give the one of the specification.',
    ],
    knownDeviations: [
      {
        plugin: 'plugins built on the CNI library for Go',
        what: 'Their error objects have no cniVersion.',
        issue: 'https://github.com/containernetworking/cni/pull/408',
      },
    ],
  },
  'ERROR-005': {
    rationale:
      'Code 6 says that the input could not be read at all, which is a fault of the runtime or of a broken file. With another code one looks for a mistake in the network configuration, or in the network.',
    test: 'A first container shows that the plugin works. Then ADD is called with truncated JSON (truncated), with text that is no JSON (not-json), with a JSON array (array) and with nothing (empty). The code of the error has to be 6, and for nothing it may be 5. The check is blocked when the plugin does not fail with an error object.',
    causes: [
      'Parsing and validation share one error, with code 7 or 100: use 6 where the input is not a JSON object.',
      'An array or a number is parsed without an error, and a missing key is reported: look at the type of the document first.',
    ],
  },
  'ERROR-006': {
    rationale:
      'A configuration that can never work is best refused with a code that says so, because trying again is of no use. If the plugin accepts it, the fault shows in the first container instead, or not before the pool is used up.',
    test: 'A first container shows that the plugin works. Then ADD is called with each configuration that is known to be wrong for this type of plugin, such as a subnet of 31 bits for host-local. The plugin has to fail, with the code that the table has for the flaw. The check does not apply where no such configuration is known.',
    causes: [
      'A general code is used for every error: use 7 for a configuration that is read but makes no sense.',
      'The flaw is found only by the kernel or a library, and its error is passed on: validate the configuration first.',
      'The value is replaced by a default: fail instead, and name the key and the value.',
    ],
  },
  'ERROR-007': {
    rationale:
      'Runtimes act on the codes below 100: 1 means another version, 11 means try again later. A code of the plugin that happens to lie there is taken for something else, today or in the next version of the specification.',
    test: 'An ADD is made to fail with truncated JSON (broken-json), with the cniVersion 2.0.0 (unlisted-version) and without CNI_IFNAME (missing-environment). The code has to be 100 or more, or one that the specification defines. The check is blocked when the plugin does not fail with an error object.',
    causes: [
      'The codes of the plugin are numbered from 1, or are those of the operating system: begin at 100.',
      'The exit status is used as the code: they are different things.',
      'A code is taken from the library that no version of the specification has, such as 0 or 8: use a defined one, or one from 100 on.',
    ],
    knownDeviations: [
      {
        plugin: 'cilium-cni',
        what: 'CHECK failed with code 1, which stands for an incompatible version, until 2025.',
        issue: 'https://github.com/cilium/cilium/pull/37001',
      },
    ],
  },
  'ERROR-008': {
    rationale:
      'A configuration of several plugins has dozens of keys, some of them inserted by the runtime. An error that does not name the key and the value leaves the administrator to try one after the other.',
    test: 'A first container shows that the plugin works. Then ADD is called with the key x-unknown in the configuration. If the plugin fails with code 2, msg or details have to contain the key and its value. The check does not apply to a plugin that takes the key, or refuses it with another code.',
    causes: [
      'The message says only that there is an unsupported field: put the key and its value into msg or details.',
      'The path of the key is given, but not the value: add it, as JSON.',
      'Code 2 is used for values that are wrong, in keys that are supported: that is code 7.',
    ],
  },
  'ERROR-009': {
    rationale:
      'A daemon that is still starting or a server that is busy is no reason to give a container up. The code tells the runtime that the same call may succeed soon, as cilium-cni does for CHECK while its agent cannot be reached.',
  },
} satisfies Explanations
