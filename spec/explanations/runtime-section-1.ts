import type { Explanations } from '../explanation.ts'

export const runtimeConfigurationExplanations = {
  'RUNTIME-001': {
    rationale:
      'Some chains cannot pass CHECK, because one plugin changes what another one looks for. The key is the only way out that the administrator has short of an older cniVersion, so a runtime that ignores it takes healthy containers down.',
  },
  'RUNTIME-002': {
    rationale:
      'Two runtimes that share a network know only their own containers. A gc by either of them passes a list that lacks those of the other, whose addresses are then released while they are in use.',
  },
  'RUNTIME-003': {
    rationale:
      'Before there was the folder, a service mesh had to rewrite the file of the network provider in order to add its plugin, and both kept overwriting each other. What is put beside the file instead is lost if the runtime does not append it, and unwanted where the administrator has said so.',
  },
  'RUNTIME-004': {
    rationale:
      'The plugins decide what a container gets: connectivity, policy, encryption. Two runtimes that put the same files together differently give their containers different networks, and one of them perhaps without the policy.',
  },
  'RUNTIME-005': {
    rationale:
      'A network is often the work of several parties that are installed separately. Each can bring a file of its own, and need not edit one that others edit too.',
  },
  'RUNTIME-006': {
    rationale:
      'A plugin configuration has no name of a network in it. If it could belong to two, a plugin such as a policy would be applied where it was not meant, or missing where it was.',
  },
  'RUNTIME-007': {
    rationale:
      'Files in the folder come from installers that may have been interrupted. One that is half written is better found when the network is loaded than by an ADD that fails with a puzzling message.',
  },
  'RUNTIME-008': {
    rationale:
      'A chain stands for one network as a whole. If the runtime leaves a plugin out, the container comes up without what this one was to add, and nobody is told.',
  },
  'RUNTIME-009': {
    rationale:
      'Most of a plugin configuration is known to the plugin alone. A runtime that parses it into its own types and writes it anew loses the rest, and then the plugin works by its defaults, or not at all.',
    knownDeviations: [
      {
        plugin: 'multus',
        what: 'On DEL it passed delegates that are lists only the keys that it knows, so that Calico could not release addresses, as reported in 2026.',
        issue: 'https://github.com/openshift/multus-cni/pull/336',
      },
    ],
  },
  'RUNTIME-010': {
    rationale:
      'A file has to work with runtimes of different age, and its author cannot know which one reads it. Only if each takes the highest version that it knows are CHECK, STATUS and GC available where they can be.',
  },
  'RUNTIME-011': {
    rationale:
      'A file may list a version that an executable on this host does not support yet. Asking first turns a failure of each ADD into the choice of a lower version.',
  },
} satisfies Explanations
