// The tests use the Chromium that is installed: nothing downloads a browser of its own.
module.exports = { skipDownload: true };
