import { messageOf } from '../fault.ts'
import { findUserModeLinux } from './machine.ts'

/** Why there is no other kernel on this machine; undefined when there is one. */
export function obstacleToUserModeLinux(): string | undefined {
  try {
    findUserModeLinux()
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}
