import type { Explanations } from '../explanation.ts'

export const checkExplanations = {
  'CHECK-001': {
    rationale:
      'The final result is the only record of what this attachment is to look like: addresses from DHCP or a name for the host side are in no configuration. A CHECK that derives them anew compares the container with something that it never was.',
    test: 'A container is added, and a first CHECK shows that the plugin accepts the attachment; a stand-in takes the place of the IPAM plugin and agrees to everything. Then the container stays as it is, and CHECK is called with another prevResult: one that lists an interface of another name (interface), or another address of the interface (address). The plugin has to fail, since neither is there. The checks are blocked when ADD or the first CHECK fails.',
    causes: [
      'The plugin looks only whether an interface of the name exists: compare addresses, hardware address and sandbox with prevResult.',
      'Interfaces are found by their place in the list: find them by name and sandbox, because other plugins add some.',
      'Expected addresses are asked from the IPAM plugin or read from a state file: prevResult has them.',
    ],
  },
  'CHECK-002': {
    rationale:
      'Plugins such as sbr and tuning exist to change what earlier ones made. If the earlier one insists on its own work, a healthy container fails every CHECK, and the administrator has to switch CHECK off for the network.',
    test: 'A container is added, and a first CHECK shows that the plugin accepts the attachment. Then the container is changed as a later plugin of the chain would, and the prevResult with it. A route is added (route-added) or moved to table 47110 (route-moved), the interface gets a second address (address-added) or another hardware address (mac-changed), or there is a second interface (interface-added). CHECK has to succeed again. The checks are blocked when ADD or the first CHECK fails.',
    causes: [
      'Routes or hardware address are compared with what this plugin set on ADD: compare with prevResult, which is the result of the whole chain.',
      'Every route of the container has to be one that is known: look for the own ones, and tolerate others.',
      'A route counts only in the main table: a later plugin may have moved it to another table.',
    ],
    knownDeviations: [
      {
        plugin: 'bridge',
        what: 'CHECK does not find its routes after the plugin sbr has moved them, as discussed in 2019.',
        issue: 'https://github.com/containernetworking/plugins/issues/297',
      },
    ],
  },
  'CHECK-003': {
    rationale:
      'This is what CHECK is for: the runtime learns that a container has lost its network, for instance because a service on the host removed the interface, and can replace it. Otherwise it stays in service and answers nothing.',
    test: 'A container is added, and a first CHECK shows that the plugin accepts the attachment; a stand-in takes the place of the IPAM plugin and agrees to everything. Then one thing that the result lists is damaged. The interface is removed (interface-removed) or set down (interface-down), its address is replaced by another (address-removed), a route is deleted (route-removed), or the end on the host is set down (host-interface-down). The plugin has to fail with the same prevResult. The checks are blocked when ADD or the first CHECK fails.',
    causes: [
      'CHECK is an empty function that succeeds, as generated or copied from a template: compare the state with prevResult.',
      'Only the interface in the container is looked at: its address, its routes and the host side belong to the result as well.',
      'An interface that is down counts as present: look at its state and, on the host, at its master.',
    ],
  },
  'CHECK-004': {
    rationale:
      'A container with its interface and address in place is still cut off when its port mapping was flushed, or harms others when its address is no longer reserved. Only the plugin that made these knows where to look.',
    test: 'For well-known types of plugins it is laid down which damage they have to notice. The firewall is flushed (firewall), the address is reserved for nobody or somebody else (reservation), or a sysctl is changed (settings). For each, a container is added, and a first CHECK shows that the plugin accepts the attachment. Then the damage is done, and the plugin has to fail. Damage that turns out to change nothing is left out, and the checks are blocked when ADD or the first CHECK fails.',
    causes: [
      'CHECK of a chained plugin passes on success because its work is in no result: look for the rules, filters or sysctls that ADD made.',
      'A flush by a firewall service is not noticed because only the chain is looked for: look for the rules, and for the jump to the chain.',
      'The IPAM plugin looks whether it knows the container, and not whether with this address: compare both.',
    ],
  },
  'CHECK-005': {
    rationale:
      'The plugin may know more than the result shows: a daemon that is gone, an uplink without carrier, a gateway that lost its address. If it keeps that to itself, the runtime reports a healthy container that nobody can reach.',
    test: 'For well-known types of plugins it is laid down what they know of. The bridge or its port is gone or down, or the host has no route to the container any more (host-link), or the gateway has no address (gateway). For each, a container is added, and a first CHECK shows that the plugin accepts the attachment. Then the damage is done, and the plugin has to fail. Damage that turns out to change nothing is left out, and the checks are blocked when ADD or the first CHECK fails.',
    causes: [
      'CHECK looks at the container only: look at the bridge, the parent interface or the daemon as well.',
      'A daemon that cannot be reached is taken for nothing to report: return an error, or code 11 where it may be back soon.',
    ],
  },
  'CHECK-006': {
    rationale:
      'CRI-O calls CHECK right after ADD, and gives the container up when it fails. A CHECK that is stricter than its own ADD makes every container fail to start on such a runtime, while others never notice.',
    test: 'A container is added, and CHECK is called with the result of the ADD as prevResult, in every configuration. It has to exit with status 0. In no-arguments, the runtime has nothing to say for the capabilities of the plugin, such as port mappings. In several, three containers are added one after the other, an interface of somebody else joins the bridge that they share, if there is one, and CHECK is called for all of them at the same time. The checks are blocked when ADD fails.',
    causes: [
      'What ADD makes and what CHECK expects are written twice and differ, for instance in the gateway of a route, or for a container without limits: derive both from one function.',
      'The result states what was asked for instead of what was made, such as a hardware address that the kernel replaced: read the state back before printing it.',
      'Something comes up in the background, such as an IPv6 address that is still tentative: let ADD wait for it, or CHECK accept it.',
      'CHECK compares the hardware address of a bridge that takes that of its lowest port, so that another container changes it: give the bridge an address of its own.',
    ],
    knownDeviations: [
      {
        plugin: 'ptp',
        what: 'CHECK failed for routes that the configuration gives no gateway, as reported in 2023.',
        issue: 'https://github.com/containernetworking/plugins/issues/886',
      },
      {
        plugin: 'bridge',
        what: 'CHECK failed right after ADD with cniVersion 0.4.0 until release 1.2.0.',
        issue: 'https://github.com/cri-o/ocicni/issues/74',
      },
      {
        plugin: 'portmap',
        what: 'Until release 1.3.0, CHECK failed for a container with addresses of one family: it looked for the rules in the firewalls of both.',
        issue: 'https://github.com/containernetworking/plugins/issues/819',
      },
      {
        plugin: 'bandwidth',
        what: 'CHECK crashed for a container that has no limits, until release 1.9.1.',
        issue: 'https://github.com/containernetworking/plugins/issues/1221',
      },
    ],
  },
  'CHECK-007': {
    rationale:
      'Duplicate address detection, routing protocols and rules that a daemon programs need a moment. A runtime may take a failed CHECK for final, so that one look too early costs a container that would have been fine.',
    causes: [
      'The state is looked at once: look again until a short deadline, and fail then.',
      'The delay is always waited out: look first, and wait only while something is missing.',
    ],
  },
  'CHECK-008': {
    rationale:
      'Only the IPAM plugin knows whether the address is still reserved. Without its opinion, a container keeps an address that is free for the next one.',
    test: 'The IPAM plugin of the configuration is replaced by a stand-in that writes down its calls, and a container is added. Then CHECK is called, and the stand-in must have been run with it. The check is blocked when ADD or CHECK fails.',
    causes: [
      'CHECK verifies the own interface and returns: call the delegated plugin first, with the same environment and input.',
      'The delegated plugin is skipped because it lists no version with CHECK: its versions have to match those of the plugin.',
    ],
  },
  'CHECK-009': {
    rationale:
      'What CHECK has to say is in its exit status. A result on standard output looks as if the attachment had changed, and a line of a log cannot be parsed by a runtime that expects nothing or an error.',
    test: 'A container is added, and CHECK is called with the result of the ADD as prevResult. Standard output has to be empty; line ends are allowed. The check is blocked when ADD or CHECK fails.',
    causes: [
      'CHECK shares its end with ADD and prints prevResult: print nothing.',
      'Findings are printed as text before a success: send them to standard error.',
    ],
  },
  'CHECK-010': {
    rationale:
      'The reservation of an address is kept by the delegated plugin alone. If its objection ends in a log, the container stays in service with an address that the next container gets too.',
    test: 'The IPAM plugin of the configuration is replaced by a stand-in, and a container is added. A first CHECK shows that this works and that the stand-in is run. Then the stand-in fails CHECK with code 111, and the plugin has to fail too. The check is blocked when ADD or the first CHECK fails, or when the stand-in is not run.',
    causes: [
      'An error of the delegated plugin is logged only: return it.',
      'Only the output of the delegated plugin is looked at, which is empty: look at its exit status.',
      'The error is replaced by that of a later step of CHECK, or lost with it: return at once, or collect them.',
    ],
  },
} satisfies Explanations
