// A reporter of Web Test Runner that says how many tests there were, for the sum of `npm test`.

/** @param {import('@web/test-runner').TestSuiteResult} suite @returns {import('@web/test-runner').TestResult[]} */
const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];

/** @returns {import('@web/test-runner').Reporter} */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const session of sessions) {
        const tests = session.testResults ? testsOf(session.testResults) : [];
        const failures = tests.filter((test) => !test.passed).length;
        passed += tests.length - failures;
        // A file that does not load, or logs nothing but an error, has failed without any test of its own.
        failed += failures > 0 || session.passed ? failures : 1;
      }
      console.log(`\nbrowser tests: pass ${passed}, fail ${failed}`);
    },
  };
}
