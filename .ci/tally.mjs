// Prints how many tests of a JSON report of vitest passed, and how many did not, the skipped ones included.
//   node .ci/tally.mjs REPORT
import { readFileSync } from 'node:fs';

const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
console.log(numPassedTests, numTotalTests - numPassedTests);
