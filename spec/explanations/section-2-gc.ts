import type { Explanations } from '../explanation.ts'

export const gcExplanations = {
  'GC-001': {
    rationale:
      'A DEL that never came leaves an address reserved for ever, and the plugin alone cannot tell it from one in use. With the list it can; but whatever it removes of a listed attachment is taken from a running container, which nothing restores.',
    causes: [
      'An absent list is treated like an empty one: remove nothing without the key, which a runtime or the administrator may have left out.',
      'Only the container ID is compared, and entries of older releases without an interface name match nothing: compare what is stored, and keep what cannot be decided.',
      'Networks share a bridge, a pool or a data folder, and the list of one is applied to all: remove only what is known to belong to this network.',
    ],
  },
  'GC-002': {
    rationale:
      'Rules of containers that are gone slow each packet down and apply to whoever gets the old address next. Nothing but GC will ever find them, because the runtime has forgotten the container.',
    causes: [
      'Rules do not say whose they are: put container ID and interface name into their comment, chain or set on ADD.',
      'GC succeeds without doing anything, because the library answers for the plugin: implement it where ADD keeps state on the host.',
    ],
  },
  'GC-003': {
    rationale:
      'Leaked addresses are the failure that GC was made for: after crashes and reboots they add up until the node has none left, and people remove files by hand to get it back.',
    causes: [
      'GC is not implemented: walk the reservations of the network, and release those whose container ID and interface name are not listed.',
      'Reservations record the address only: store container ID and interface name with it.',
    ],
    knownDeviations: [
      {
        plugin: 'host-local',
        what: 'GC releases nothing: as of August 2026 a placeholder stands where the implementation belongs.',
        issue: 'https://github.com/containernetworking/plugins/issues/1047',
      },
    ],
  },
  'GC-004': {
    rationale:
      'The namespace of a stale attachment can usually not be found any more, and interfaces vanish with it. So the plugin need not search for them, and can confine itself to what is on the host.',
  },
  'GC-005': {
    rationale:
      'A runtime calls GC without anybody waiting for it, and can do nothing about an error but log it. If GC fails whenever something is missing, real failures drown in these.',
    causes: [
      'Something that is stale has vanished already, and its removal fails: treat what is gone as removed.',
      'A shared check of the environment demands CNI_CONTAINERID, CNI_NETNS or CNI_IFNAME: GC has none of them.',
      'A missing data folder of a network that was never used is an error: there is nothing to remove.',
    ],
  },
  'GC-006': {
    rationale:
      'The order of stale resources is arbitrary. If the first that cannot be removed ends the run, those after it stay for good, because the next run meets the same one first.',
    causes: [
      'The loop returns at the first error: collect errors, and return them together at the end.',
      'An error is logged, and GC succeeds: fail at the end, so that the operator hears of it.',
      'A failing delegated plugin keeps the own clean-up from running, or the other way round: do both, then report.',
    ],
  },
  'GC-007': {
    rationale:
      'The reservations are in the hands of the IPAM plugin, and the runtime does not know that there is one. If the call is not passed on, what GC is most needed for never happens.',
    causes: [
      'The plugin keeps no state of its own and therefore has no GC: delegate all the same.',
      'The request is built anew for the delegated plugin, without the list: pass the bytes of standard input.',
    ],
  },
  'GC-008': {
    rationale:
      'A runtime that finds output expects an error object. A report of what was removed is neither that nor a result, and cannot be parsed.',
    causes: [
      'What was removed is printed: send it to standard error or to a log.',
      'GC shares its end with ADD and prints a result: print nothing.',
    ],
  },
} satisfies Explanations
