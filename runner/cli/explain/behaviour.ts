import { type Behaviour, behaviourStatement } from '../../../spec/behaviours.ts'
import { copyable, labelled, paint, paragraph, type TerminalOptions } from '../../report/terminal/page.ts'

/** What a well-known type of plugin is documented to do, as plain data. */
export function behaviourData({ id, type, checks, documentation }: Behaviour): object {
  return {
    behaviour: { id, type, documentation },
    checks: [...checks].map(([name, promise]) => ({ id: `${id}/${name}`, promise })),
  }
}

/** What a well-known type of plugin is documented to do, for a person to read. */
export function behaviourPage(page: TerminalOptions, behaviour: Behaviour): string {
  const { id, type, checks, documentation } = behaviour
  const lines = [
    ...paragraph(page, 0, `${id}: ${behaviourStatement(behaviour)}`).map((line) => paint(page, ['bold'], line)),
    '',
    ...labelled(page, 'binds', `plugins that do the work of ${type}, whatever they are called`),
    ...labelled(
      page,
      'level',
      'No demand of the specification: a plugin that does otherwise conforms. Only a strict run fails.',
    ),
    ...copyable(page, 'documented', [documentation]),
    '',
    paint(page, ['bold'], 'The plugin'),
    ...[...checks].flatMap(([name, promise]) => [`  ${id}/${name}`, ...paragraph(page, 4, promise)]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
