import type { Explanations } from '../explanation.ts'

export const gcExplanations = {
  'GC-001': {
    rationale:
      'A DEL that never came leaves an address reserved for ever, and the plugin alone cannot tell it from one in use. With the list it can.',
  },
  'GC-002': {
    rationale:
      'Rules of containers that are gone slow each packet down and apply to whoever gets the old address next. Nothing but GC will ever find them, because the runtime has forgotten the container.',
    test: 'Two containers are added, of which the second disappears without DEL. GC is called with the first in the list. Nothing that came to the host with the second may remain: links, addresses, routes, rules, firewall, traffic control, files below /run, /tmp, /var/lib/cni and /etc/cni. An IPAM plugin is replaced by a stand-in without traces, so that only the plugin itself is judged.',
    causes: [
      'Rules do not say whose they are: put container ID and interface name into their comment, chain or set on ADD.',
      'GC succeeds without doing anything, because the library answers for the plugin: implement it where ADD keeps state on the host.',
    ],
  },
  'GC-003': {
    rationale:
      'Leaked addresses are the failure that GC was made for: after crashes and reboots they add up until the node has none left, and people remove files by hand to get it back.',
    test: 'Two attachments are made, of which the second is stale: in another container, which is gone (other-container), or by another interface of the same container (other-interface). GC is called with the first in the list. Files and all else that came to the host with the second may not remain.',
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
    test: 'GC is called without CNI_CONTAINERID, CNI_NETNS and CNI_IFNAME, which it does not have. In nothing-there, the network was never used, and an ADD afterwards shows that it could be. In stale, one attachment is listed and another one is stale, with its container gone; in repeated, GC is called once more after that. It has to succeed.',
    causes: [
      'Something that is stale has vanished already, and its removal fails: treat what is gone as removed.',
      'A shared check of the environment demands CNI_CONTAINERID, CNI_NETNS or CNI_IFNAME: GC has none of them.',
      'A missing data folder of a network that was never used is an error: there is nothing to remove.',
    ],
  },
  'GC-006': {
    rationale:
      'The order of stale resources is arbitrary. If the first that cannot be removed ends the run, those after it stay for good, because the next run meets the same one first.',
    test: 'The IPAM plugin is replaced by a stand-in that fails GC with code 111. In goes-on, what a stale attachment left on the host has to be removed all the same; the check is blocked when it also stays if the stand-in succeeds. In reports, GC has to fail, after it has worked with the stand-in and run it.',
    causes: [
      'The loop returns at the first error: collect errors, and return them together at the end.',
      'An error is logged, and GC succeeds: fail at the end, so that the operator hears of it.',
      'A failing delegated plugin keeps the own clean-up from running, or the other way round: do both, then report.',
    ],
  },
  'GC-007': {
    rationale:
      'The reservations are in the hands of the IPAM plugin, and the runtime does not know that there is one. If the call is not passed on, what GC is most needed for never happens.',
    test: 'The IPAM plugin is replaced by a stand-in that writes down its calls, and an ADD shows that the plugin runs it. Then GC is called with this attachment in the list. The stand-in must have been run with GC, whether or not the plugin succeeds.',
    causes: [
      'The plugin keeps no state of its own and therefore has no GC: delegate all the same.',
      'The request is built anew for the delegated plugin, without the list: pass the bytes of standard input.',
    ],
  },
  'GC-008': {
    rationale:
      'A runtime that finds output expects an error object. A report of what was removed is neither that nor a result, and cannot be parsed.',
    test: 'Two containers are added, of which the second disappears without DEL. GC is called with the first in the list, and has to print nothing but white space on standard output. The check is blocked when GC fails.',
    causes: [
      'What was removed is printed: send it to standard error or to a log.',
      'GC shares its end with ADD and prints a result: print nothing.',
    ],
  },
  'GC-009': {
    rationale:
      'Whatever GC removes of a listed attachment is taken from a running container, which nothing restores. An address that is released although it is in use goes to the next container, and then two have it.',
    test: 'A container is added, and then a stale attachment beside it: of another container, which is gone (other-container), or by another interface of the same container (other-interface). GC is called with the first in the list. What the container and the host had before the second came, and did not lose by its ADD, has to be there unchanged. Files whose content changed do not count, and whether GC succeeds makes no difference.',
    causes: [
      'Only the container ID is compared, or only the interface name: an attachment is both together.',
      'The state of a container is in one place and is removed as a whole when one of its attachments is stale: keep it apart by interface.',
      'Entries of older releases without an interface name match nothing in the list: keep what cannot be decided.',
    ],
  },
  'GC-010': {
    rationale:
      'A runtime that knows nothing of the key, or an administrator who calls the plugin by hand, sends none. If that is taken for an empty list, all running containers lose what they need; and if an empty list is taken for none, the last leftovers of a network stay.',
    test: 'In absent, a container is added and GC is called without any list: container and host have to be as before, apart from what is new. In empty, another container is added and disappears without DEL, and GC is called with an empty list: nothing that came to the host with it may remain. The latter is blocked when it also remains after GC with the first container in the list.',
    causes: [
      'An absent list is parsed into an empty one, as by many JSON libraries: remember whether the key was there.',
      'GC returns early when the length of the list is 0: do so only when there is no list.',
    ],
  },
  'GC-011': {
    rationale:
      'The tag of 1.1.0 has one name for the key and the main branch another. Today runtimes send both, but one that is written from either text sends only one.',
    test: 'Two containers are added, of which the second disappears without DEL. GC is called with the first in the list, which has only the name cni.dev/valid-attachments (newer-name) or only cni.dev/attachments (older-name). Nothing that came to the host with the second may remain. The checks are blocked when it also remains after GC with both names.',
    causes: [
      'Only one of the names is read: read the newer one, and the older one when that is absent.',
      'The library that parses the request knows only the older name: update it.',
    ],
  },
  'GC-012': {
    rationale:
      'The list has the attachments of one network, so those of all others are not in it. Networks often share a bridge, a table of the firewall or a data folder, and GC of one would then take the others down.',
    test: 'A container is added to one network, and two to another that has the same configuration but another name; one of these disappears without DEL. GC of their network is called with the one that is left in the list. What the first container and the host had before the others came, and did not lose by their ADD, has to be there unchanged. Files whose content changed do not count.',
    causes: [
      'State is kept without the name of the network: use it in paths, in names of chains and in comments of rules.',
      'All entries of a shared folder or table are compared with the list: compare only those of this network.',
    ],
  },
} satisfies Explanations
