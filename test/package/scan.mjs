// Runs the rules of n8n's package scanner the way n8n does for a published package, and prints its two verdicts as JSON.
// Usage: node scan.mjs <folder of the sources> <folder of the unpacked tarball>
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [, , sources, tarball] = process.argv;
const verdicts = {
  sources: await analyzePackage(sources, SOURCE_FILE_PATTERNS),
  tarball: await analyzePackage(tarball, ['**/*.js', 'package.json']),
};
console.log(JSON.stringify(verdicts));
