import type { Explanations } from '../explanation.ts'

export const configurationExplanations = {
  'CONFIG-001': {
    rationale:
      'Runtimes and plugins parse these keys into fixed types. A file that lacks one, or has it in another type, is refused. Or it is skipped with a line in a log, as CRI-O does, and containers get the network of the next file in the folder.',
    causes: [
      'A generator leaves cniVersion out, which is then taken for one of the oldest versions: write it, also in files that are made from others.',
      'A boolean is written as text, as in "ipMasq": "true": leave the quotation marks out.',
      'type stands beside plugins instead of in each entry of it: move it into the entries.',
    ],
    knownDeviations: [
      {
        plugin: 'multus',
        what: 'The file that its DaemonSet generated in 2019 had no cniVersion, so that containerd could not work with it.',
        issue: 'https://github.com/k8snetworkplumbingwg/multus-cni/issues/335',
      },
    ],
  },
  'CONFIG-002': {
    rationale:
      'Reservations, cached results and firewall chains are filed by the name of the network. Two networks of one name read and remove what belongs to the other, and which of two files a runtime loads depends on the order of their names.',
    causes: [
      'A file is copied to make a second network, and the name stays: give the copy a name of its own.',
      'An installer writes its file under a new name and leaves the old one: remove that, after the attachments to it are gone.',
    ],
  },
  'CONFIG-003': {
    rationale:
      'The name becomes part of file names, of interface and chain names and of arguments of programs. Spaces, colons and a leading hyphen are where these break, and not every plugin checks.',
    causes: [
      'The name is one for people, such as "Back office": use letters, digits, underscores, dots and hyphens.',
      'The name is put together from a namespace and a name with a slash or colon between: join them with a hyphen or a dot.',
      'The name begins with an underscore or a hyphen: begin it with a letter or digit.',
    ],
    knownDeviations: [
      {
        plugin: 'podman',
        what: 'In 2019, network create accepted names with a space at the end and wrote files for them.',
        issue: 'https://github.com/podman-container-tools/podman/issues/4184',
      },
    ],
  },
  'CONFIG-004': {
    rationale:
      'Runtimes and plugins make paths of the name: libcni of its cached results, host-local of the folder of a network. A name such as ../bar leads them out of these folders, where they write and remove what is not theirs.',
    causes: [
      'The name is taken from user input or from another system unchecked: check it before it is written to the file.',
      'A hierarchy is expressed with slashes: use dots.',
    ],
    knownDeviations: [
      {
        plugin: 'podman',
        what: 'In 2019, network create accepted ../bar and wrote the file into the parent of its folder.',
        issue: 'https://github.com/podman-container-tools/podman/issues/4184',
      },
    ],
  },
  'CONFIG-005': {
    rationale:
      'The runtime searches its own directories for a file of this name and runs it, usually as root. A path instead of a name would let whoever writes a configuration choose any program of the host.',
    causes: [
      'The path of the executable is given: give its file name, and add its directory to those that the runtime searches.',
      'The extension .exe is missing or added on another system: leave it out, since runtimes on Windows add it.',
    ],
  },
  'CONFIG-006': {
    rationale:
      'The plugin searches CNI_PATH for a file of this name and runs it with its own rights. A path would leave the directories that the administrator of the runtime has chosen.',
    causes: [
      'The path of the executable is given: give its file name, and put the file where the runtime looks for plugins.',
      'The type of the IPAM plugin is empty to say that there is none: leave ipam out.',
    ],
  },
  'CONFIG-007': {
    rationale:
      'The runtime writes these keys into each request. A value from the file is replaced without a word, or, where the runtime has nothing to insert, is taken by the plugin for something that this container asked for.',
    causes: [
      'Port mappings or a bandwidth are written into runtimeConfig to have them for all containers: use the own keys of the plugin, where it has any, and let capabilities declare what the runtime may insert.',
      'A request from a log was saved as a configuration: remove what the runtime had inserted.',
      'args is used as a place for comments or labels, as versions up to 0.4.0 allow: move them to a key of your own.',
    ],
  },
  'CONFIG-008': {
    rationale:
      'Since 1.0.0 a runtime reads lists only, and libcni marks the functions that load single configurations as deprecated. Keys of the list, such as disableCheck, have no effect in a single configuration, which is noticed only when they are needed.',
    causes: [
      'A file of an older version got a new cniVersion and kept its form: move type and all that belongs to the plugin into the only entry of plugins, and name the file with .conflist.',
      'The configuration is for a system that takes single ones, such as an attachment definition of multus: a list with one entry works there too.',
    ],
  },
  'CONFIG-009': {
    rationale:
      'Without plugins of its own and without those of the folder, the network has none at all. An ADD would then succeed without doing anything, and the container run without an interface.',
    causes: [
      'The plugins were moved to the folder, and the key was forgotten: remove it, or set it to false.',
      'The key was copied from another file: leave it out, since false is the default.',
    ],
  },
  'CONFIG-010': {
    rationale:
      'A node is updated piece by piece: the runtime, the plugins and the files come from different parties. A configuration has to survive a version of the specification that is newer or older within the same major version.',
    causes: [
      'A key changes its name or its type within a major version: keep the old one working, or wait for the next major version.',
      'A new key changes what is done when it is absent: choose the former behaviour as the default.',
    ],
  },
} satisfies Explanations

export const keyExplanations = {
  'KEYS-001': {
    rationale:
      'These keys are what administrators carry from one plugin to another. When ipMasq does something else or nothing, containers cannot reach the outside although the configuration says that they can, and dns that gets lost leaves them without name servers.',
    test: 'Where a configuration has ipMasq, the container connects to a machine beyond the host. With true, that machine has to see the address of the host (masquerade), with false that of the container (no-masquerade). In dns, the configuration gets name servers and domains, which the result has to have. A plugin that returns none is left alone, unless it is one that documents this key.',
    causes: [
      'The key is accepted and not read: implement it, or refuse it with code 2.',
      'Masquerading covers traffic within the network too: leave destinations in the own subnet and multicast out.',
      'dns of the configuration is not copied into the result: the runtime takes it from there.',
    ],
  },
  'KEYS-002': {
    rationale:
      'What a plugin needs to know cannot be foreseen by a specification: the bridge of one, the VLAN of another. Keys of their own beside type let plugins evolve without a new version of it.',
  },
  'KEYS-003': {
    rationale:
      'A mistyped key that is passed over in silence makes a network that lacks what was asked for. A refusal helps only if it says which key is meant; without code 2 it looks like any other failure.',
    test: 'A first container shows that the plugin works. Then ADD is called with the key x-unknown in the configuration. The plugin has to succeed, or to fail with an error object of code 2.',
    causes: [
      'A strict JSON parser reports the key but not its value, and the plugin passes this on as an invalid configuration: use code 2, and add the value.',
      'Keys that are the business of the runtime or of other plugins are taken for unknown, such as capabilities, cniVersions, prevResult or those that begin with cni.dev/: know them, or refuse only within your own section.',
    ],
  },
  'KEYS-004': {
    rationale:
      'args is the place where a runtime puts labels and the like for whichever plugin can use them. A plugin that refuses what was meant for another one makes the whole chain unusable.',
    test: 'A first container shows that the plugin works. Then ADD is called with args that hold a key of nobody, example.org/note. The plugin has to succeed.',
    causes: [
      'args is parsed into a fixed type that allows no further keys: read only what you know.',
      'The same strictness as for the rest of the configuration applies to args: exempt it.',
    ],
  },
  'KEYS-005': {
    rationale:
      'In the first versions this list is the only way to say what lies behind a network. If the routes are not made, the container sends this traffic to its default gateway, or has no route for it at all.',
    test: 'A container is added with a configuration that has ipam.routes. For each network in it, the container must have a route through CNI_IFNAME.',
    causes: [
      'Only the default route is made: add each entry of the list.',
      'An entry without gw is skipped: use the gateway of the network.',
      'The IPAM plugin returns the routes, and the interface plugin does not apply them: configure what it returned.',
    ],
  },
} satisfies Explanations
