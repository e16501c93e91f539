import type { Explanations } from '../explanation.ts'

export const addExplanations = {
  'ADD-001': {
    rationale:
      'A runtime decides which interface an attachment is by its name: containerd looks for the addresses of eth0. Later plugins of the chain, CHECK and DEL are told nothing but this name, so an interface of another name is neither adjusted nor removed.',
    test: 'The plugins before it in the chain are added, if there are any, and then the plugin itself. After that the container has to have an interface with the name that was passed in CNI_IFNAME. The check is blocked when ADD fails.',
    causes: [
      'The interface is made on the host under a temporary name and moved, but not renamed in the container: rename it to CNI_IFNAME there.',
      'The name is fixed in the plugin or taken from the configuration: take it from CNI_IFNAME, because a runtime may attach a container to several networks.',
      'A program with several threads enters the namespace in one thread and makes the interface in another: lock the thread while it is in the namespace.',
      'A chained plugin replaces the interface instead of adjusting it: give the new one the name of the old one.',
    ],
  },
  'ADD-002': {
    rationale:
      'The runtime parses everything on standard output as one JSON document. A single line of a log before it, or a second document after it, makes a container fail that is connected perfectly well.',
    test: 'A container is added, and the whole standard output has to be one JSON object. The check is blocked when ADD fails, by its exit status or by an error object, because then there is no result to judge.',
    causes: [
      'Log lines go to standard output: send them to standard error or to a file, also those of libraries and of programs that the plugin starts.',
      'A delegated plugin inherits standard output, so that its result is printed as well: capture it.',
      'The result is printed by a helper function and again by its caller: print in one place, last.',
      'Nothing is printed because the plugin considers its result uninteresting: print an object with cniVersion at least.',
    ],
    knownDeviations: [
      {
        plugin: 'azure-vnet',
        what: 'When a delegated plugin failed, it printed a result and then an error object after it.',
        issue: 'https://github.com/containernetworking/cni/issues/571',
      },
      {
        plugin: 'aws-cni',
        what: 'With a log file that is called stdout, its log lines went where the result goes.',
        issue: 'https://github.com/aws/amazon-vpc-cni-k8s/issues/1248',
      },
    ],
  },
  'ADD-003': {
    rationale:
      'An interface of that name belongs to another network of the container, or to an attachment that was never removed. Replacing it cuts connections that are open, and the runtime goes on believing that both attachments exist.',
    test: 'A first container shows that the plugin works. In a second one, an interface with the requested name is made that has nothing to do with the plugin. In refused, ADD has to fail for this container; in left-alone, links, addresses, routes and settings of the container have to be the same after ADD as before it.',
    causes: [
      'The plugin removes what is in the way and starts anew, so that a repeated ADD succeeds: fail instead, because DEL is what cleans up.',
      'The existing interface is taken for its own and configured once more: look whether the name is taken before anything is changed.',
      'The move into the container fails late, and the clean-up deletes the interface of that name: delete only what this call made.',
    ],
  },
  'ADD-004': {
    rationale:
      'The result of the last plugin in a chain is the only one that the runtime keeps. What a plugin drops from prevResult is lost: the container is left without a reported address or without DNS servers, and CHECK and DEL know nothing of the earlier plugins.',
    test: 'A first container shows that the chain works. For a second one, an interface, an address, a route and a DNS server that nobody made are appended to the prevResult. The result has to list the same interfaces, addresses, gateways, indexes, routes and DNS, in the same order; interfaces of its own may come after them. Hardware addresses and MTUs may differ, and the check is blocked when ADD fails.',
    causes: [
      'The result is built from those parts of prevResult that the plugin has types for: start from the whole document and change only what the plugin changed.',
      'An empty result is printed because the plugin made no interface: print prevResult.',
      'The plugin sorts or replaces the list of interfaces, which changes what the indexes of the addresses point to: leave its order alone.',
      'The conversion between versions of the result drops keys: check it with DNS and with several addresses.',
    ],
    knownDeviations: [
      {
        plugin: 'unnumbered-ptp',
        what: 'It replaced the interface of the plugin before it, so that containerd found no address for eth0.',
        issue: 'https://github.com/lyft/cni-ipvlan-vpc-k8s/issues/33',
      },
    ],
  },
  'ADD-005': {
    rationale:
      'Rules and sysctls are no part of a result, and yet the result of such a plugin is the input of the next one, and may be the one that the runtime keeps. Anything short of the whole prevResult makes the attachment look like another one.',
    test: 'A first container shows that the plugin works. For a second one, ADD is called with a configuration that changes nothing visible, such as a sysctl for tuning, and with a prevResult that lists further interfaces, addresses and routes and has DNS. The result has to be equal to the prevResult, where an empty value and an absent one are the same. The check does not apply where no such configuration is known.',
    causes: [
      'The result of an interface plugin is made, with the interfaces that this plugin knows: print prevResult.',
      'prevResult is converted to another version and back, which loses keys: convert it to the version of the request only.',
      'The result is an empty object because the plugin made nothing: print prevResult.',
    ],
  },
  'ADD-006': {
    rationale:
      'In 0.4.0 CHECK is no option: a runtime that reads this version in the list calls it. A plugin that lists the version for its result format alone is then reported as broken.',
    causes: [
      'The list of versions is copied from a library, which knows more than the plugin does: list what the plugin implements.',
      'An unknown CNI_COMMAND is refused although the version has that operation: implement it, if only as far as there is something to do.',
    ],
  },
  'ADD-007': {
    rationale:
      'Runtimes call DEL after a failed ADD and then try again, sometimes for hours, and some of them with the same container ID. What stays under that ID makes every further attempt fail, although the cause of the first failure is gone.',
    test: 'A first container shows that the plugin works. In a second one, an interface with the requested name is made, so that ADD fails, and DEL follows. Then ADD has to succeed with the same container ID in a new network namespace.',
    causes: [
      'A record of the attachment is made before ADD fails, and DEL does not find it: let DEL go by the container ID and the interface name alone.',
      'An address that was reserved stays so: run the delegated plugin with DEL too.',
    ],
  },
  'ADD-008': {
    rationale:
      'The usual name for the interface of a container is eth0, which is also the usual name for the interface of the host. A plugin that confuses the two cuts the host off.',
    test: 'A first container shows that the plugin works. Then the host gets an interface with the name that the container will have. In succeeds, ADD has to make the interface in the container all the same. In left-alone, the interface of the host has to be the same after ADD and DEL, with its hardware address, MTU, state and addresses.',
    causes: [
      'The interface is made on the host under its final name and moved afterwards: make it under another name, or in the container from the start.',
      'The name is looked for in the network namespace of the host: look in the one of the container.',
      'DEL deletes the name in whichever namespace it is in, after it could not enter the one of the container: delete nothing then but what is known to be its own.',
    ],
  },
  'ADD-009': {
    rationale:
      'Several interfaces in one network are how a container gets more than one address, or more than one queue, out of it. The interface name is what tells these attachments apart.',
    test: 'A container is added, and then added once more with the interface name second0. In succeeds, this ADD has to make that interface. In first-left-alone, the first interface has to be the same after it, with its hardware address, MTU, state and addresses.',
    causes: [
      'State is kept under the container ID alone: put the interface name into its key.',
      'The name of the interface on the host follows from the container ID: derive it from both.',
      'The second default route is refused by the kernel, and ADD fails: leave it out, or give it a metric.',
    ],
  },
  'ADD-010': {
    rationale:
      'A container that ended while it was set up leaves a path to nowhere. A success then makes the runtime report an address that nobody has, and a plugin that works in its own namespace instead changes the host.',
    test: 'A first container shows that the plugin works. Then ADD is called with a CNI_NETNS that does not exist (missing) and with one that is an ordinary file (plain-file). The plugin has to fail, with whatever code.',
    causes: [
      'The failure to enter the namespace is logged and the work goes on: stop there.',
      'Only the existence of the path is looked at: open it as a namespace.',
      'What DEL may pass over is passed over by ADD too, because both share the code: fail in ADD.',
    ],
  },
} satisfies Explanations
