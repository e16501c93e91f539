import type { SpecVersion } from './versions.ts'

/** The error codes that the specification gives a meaning (section 5, Error; 50 and 51 in section 2, STATUS). */
export const errorCodes = {
  incompatibleVersion: 1,
  unsupportedField: 2,
  unknownContainer: 3,
  invalidEnvironment: 4,
  ioFailure: 5,
  decodingFailure: 6,
  invalidConfiguration: 7,
  tryAgainLater: 11,
  notAvailable: 50,
  limitedConnectivity: 51,
} as const

export type ErrorCode = (typeof errorCodes)[keyof typeof errorCodes]

interface ErrorMeaning {
  readonly meaning: string
  readonly since: SpecVersion
}

export const errorMeanings: Readonly<Record<ErrorCode, ErrorMeaning>> = {
  1: { meaning: 'Incompatible CNI version', since: '0.1.0' },
  2: {
    meaning: 'Unsupported field in the network configuration',
    since: '0.2.0',
  },
  3: { meaning: 'Unknown container', since: '0.4.0' },
  4: { meaning: 'Invalid environment variable', since: '1.0.0' },
  5: { meaning: 'Input or output failed', since: '1.0.0' },
  6: { meaning: 'Content cannot be decoded', since: '1.0.0' },
  7: { meaning: 'Invalid network configuration', since: '1.0.0' },
  11: { meaning: 'Try again later', since: '0.4.0' },
  50: { meaning: 'Plugin not available', since: '1.1.0' },
  51: {
    meaning: 'Plugin not available, containers may have limited connectivity',
    since: '1.1.0',
  },
}

/** From here on a plugin may number its own errors; everything below is the specification's. */
export const firstPluginErrorCode = 100

export function isDefinedErrorCode(code: number): code is ErrorCode {
  return code in errorMeanings
}
