import type { Completed } from './enter.ts'
import type { Sandbox } from './sandbox.ts'

/** A container as CNI sees it: a network namespace of a sandbox. */
export class Container {
  readonly name: string
  readonly #sandbox: Sandbox

  constructor(sandbox: Sandbox, name: string) {
    this.#sandbox = sandbox
    this.name = name
  }

  /** The path for CNI_NETNS. */
  get netns(): string {
    return `/run/netns/${this.name}`
  }

  /** Runs a trusted program in the container's network namespace without leaving a trace: for looking. */
  execute(command: string, args: readonly string[], input = ''): Promise<Completed> {
    return this.#sandbox.execute(command, args, { netns: this.netns, input })
  }

  /** Changes the container with a trusted program, which has to succeed. */
  run(argv: readonly string[]): Promise<void> {
    return this.#sandbox.run(argv, this)
  }

  /** Makes an interface that no plugin made: a veth whose other end is in the container too. */
  async addLink(name: string): Promise<void> {
    await this.run(['ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'stranger'])
  }

  remove(): Promise<void> {
    return this.#sandbox.removeContainer(this)
  }
}
