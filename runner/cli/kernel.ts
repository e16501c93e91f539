import { UsageError } from '../fault.ts'

/** The kernels that a command can run on. */
const kernels = ['host', 'uml'] as const
type Kernel = (typeof kernels)[number]

/** Tells a program that another one has started it on a kernel other than that of the host, and on which. */
const variable = 'CNI_CONFORMANCE_KERNEL'

/** The words before a program that let it know which kernel it is started on. */
export function knowingKernel(kernel: Kernel): readonly string[] {
  return ['env', `${variable}=${kernel}`]
}

/** What --kernel was, if this program runs on another kernel for it. */
export function givenKernel(environment: NodeJS.ProcessEnv): Kernel | undefined {
  return kernels.find((kernel) => kernel === environment[variable])
}

/** Takes --kernel out of the arguments of a command. The last one counts, as with other options. */
export function takeKernel(args: readonly string[]): { readonly kernel: Kernel; readonly rest: readonly string[] } {
  const index = args.findLastIndex((arg) => arg === '--kernel' || arg.startsWith('--kernel='))
  if (index < 0) return { kernel: 'host', rest: args }
  const [flag = '', next] = args.slice(index)
  const joined = flag.includes('=')
  const name = joined ? flag.slice(flag.indexOf('=') + 1) : next
  const kernel = kernels.find((candidate) => candidate === name)
  if (kernel === undefined) throw new UsageError(`--kernel takes ${kernels.join(' or ')}, not ${name ?? 'nothing'}`)
  return { kernel, rest: takeKernel(args.toSpliced(index, joined ? 1 : 2)).rest }
}
