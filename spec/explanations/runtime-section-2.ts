import type { Explanations } from '../explanation.ts'

export const runtimeProtocolExplanations = {
  'RUNTIME-012': {
    rationale:
      'A plugin makes the host side of the attachment where it is run: a veth, a bridge, firewall rules. Run in another namespace, it connects the container with something that is not the host.',
  },
  'RUNTIME-013': {
    rationale:
      'Plugins file their state by the container ID. All containers with an empty one share an entry, and DEL of any of them releases what the others use.',
  },
  'RUNTIME-014': {
    rationale:
      'The ID becomes part of file names, interface names and comments of rules, and libcni writes its cache under it. Slashes lead out of these folders, and plugins that check refuse the container.',
  },
  'RUNTIME-015': {
    rationale:
      'What two living containers of one ID hold cannot be told apart. DEL of the first one takes addresses and rules from the second.',
  },
  'RUNTIME-016': {
    rationale:
      'The kernel refuses names of 16 bytes and more, and those with a slash or white space. If the runtime does not see to it, the plugin fails in the middle of ADD, with a message of the kernel that says nothing of names.',
  },
  'RUNTIME-017': {
    rationale:
      'type is all that a configuration says about which plugin is meant. A runtime that maps it to something else, or passes parameters in another way, does not work with plugins that are installed by somebody else.',
  },
  'RUNTIME-018': {
    rationale:
      'Distributions, vendors and administrators install plugins in different places. With a list of directories they need not overwrite what another one has installed.',
  },
  'RUNTIME-019': {
    rationale:
      'The request differs from the file on disk: name, version, results and arguments are inserted. Standard input hands it over without a temporary file, and without the limits that the environment has.',
  },
  'RUNTIME-020': {
    rationale:
      'The second ADD finds the interface there and fails, or takes a second address that no DEL ever releases. The runtime then holds one result where there are two attachments.',
  },
  'RUNTIME-021': {
    rationale:
      'Chained plugins find in prevResult what to undo, such as the addresses that rules were made for. Without it they can only guess, and what they do not find stays on the host.',
  },
  'RUNTIME-022': {
    rationale:
      'Plugins find the state of an attachment by the container ID, the interface name and the configuration. A DEL with others removes nothing, and succeeds all the same.',
  },
  'RUNTIME-023': {
    rationale:
      'A result that stays is taken for that of the next container of the same ID, and files pile up with each container that ends.',
    knownDeviations: [
      {
        plugin: 'kubelet (dockershim)',
        what: 'It never deleted the loopback network of a pod, so that its cached result stayed for ever, until 2019.',
        issue: 'https://github.com/kubernetes/kubernetes/pull/81828',
      },
    ],
  },
  'RUNTIME-024': {
    rationale:
      'Without an attachment there is nothing to compare with. The plugin reports an error that says nothing about the network, and a runtime that acts on it replaces containers without need.',
  },
  'RUNTIME-025': {
    rationale:
      'The plugin has no other record of what the attachment is to look like. With the result of an earlier ADD, or of one plugin of the chain, it compares with what is out of date.',
  },
  'RUNTIME-026': {
    rationale:
      'Every runtime has to keep results until DEL, and to find them after a restart. libcni does it for those who use it, with the configuration and the arguments of the ADD.',
  },
  'RUNTIME-027': {
    rationale:
      'One error is enough to know that the attachment is broken. A runtime that needs no more than that can save the remaining executions.',
  },
  'RUNTIME-028': {
    rationale:
      'A runtime can look once after ADD, as CRI-O does, from time to time, or after a restart. Plugins have to be ready for each of these.',
  },
  'RUNTIME-029': {
    rationale:
      'A CHECK repairs nothing, and there is no operation that does. So a runtime may replace the container at once and need not wait for it to recover.',
  },
  'RUNTIME-030': {
    rationale:
      'The plugin looks for what it made by container ID, interface name and namespace. Other values lead it to nothing or to another attachment; only where executables lie may have changed since.',
  },
  'RUNTIME-031': {
    rationale:
      'At gc the namespace and the parameters of the attachment are gone, so that a plugin cannot send a release to a DHCP server or give a device back. What only DEL can do is then never done.',
  },
  'RUNTIME-032': {
    rationale:
      'Without the list the plugin cannot tell what is stale. If the runtime forgets a container in it, its address goes to another one while it is still running.',
    knownDeviations: [
      {
        plugin: 'libcni',
        what: 'It sent the list under another key than the text of the tag 1.1.0 has. Since July 2024 it sends both.',
        issue: 'https://github.com/containernetworking/cni/pull/1103',
      },
    ],
  },
  'RUNTIME-033': {
    rationale:
      'A plugin may rely on the required variables, and fails when one is absent. That the others may be left out is what makes a DEL possible after the namespace is gone.',
  },
} satisfies Explanations
