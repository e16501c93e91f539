// Ends the output of CI: the time of each lane, what failed and why, and the numbers.
// summary.mjs <lanes.tsv: name, exit code, seconds> <report of vitest …>. Exits with 1 when a lane failed.
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'

const [lanesFile, ...reportFiles] = process.argv.slice(2)
const lanes = readFileSync(lanesFile, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([name, code, seconds]) => ({ name, code: Number(code), seconds }))
const reports = reportFiles.filter((path) => existsSync(path)).map((path) => JSON.parse(readFileSync(path, 'utf8')))

console.log('\nLanes')
for (const { name, code, seconds } of lanes) {
  console.log(`${code === 0 ? 'ok    ' : `exit ${code}`} ${seconds.padStart(5)} s  ${name}`)
}

// The start of a message says what was expected; a whole one can be a report of hundreds of lines.
const startOf = (message) => message.split('\n').slice(0, 40).join('\n')

const files = reports.flatMap((report) => report.testResults)
for (const { name, message, assertionResults } of files) {
  // A file that could not even be loaded has no tests, but a message.
  if (message !== '') console.log(`\nFAILED ${name}\n${startOf(message)}`)
  for (const { status, fullName, failureMessages } of assertionResults) {
    if (status === 'failed') console.log(`\nFAILED ${name}: ${fullName}\n${startOf(failureMessages.join('\n'))}`)
  }
}

const sum = (key) => reports.reduce((total, report) => total + report[key], 0)
const failedTests = sum('numFailedTests')
const failedLanes = lanes.filter(({ code }) => code !== 0).length
// A lane can fail without a test that failed: that has to show too.
const failed = Math.max(failedTests, failedLanes)
console.log(`\n${sum('numPassedTests')} passed, ${failed} failed, ${sum('numPendingTests')} skipped`)
process.exitCode = failedLanes === 0 ? 0 : 1
