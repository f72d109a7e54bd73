// The process that sets pages: a large body's sheets take seconds, in which the server would answer nobody.
// In by stdin: { template, inputs, isArchival } as JSON. Out by stdout: the PDF. It ends with 1 and Typst's words on stderr when it cannot be set.
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { template, inputs, isArchival } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
// The compiler that tags what it sets is not there for every platform: elsewhere an archival file has the looks and not the structure.
const tagged = isArchival ? taggedCompiler() : null;
const compiler = (tagged ?? NodeCompiler).create();
const options = isArchival ? { pdfStandard: tagged ? 'a-2a' : 'a-2b' } : undefined;
const compiled = compiler.compile({ mainFileContent: template, inputs });
if (compiled.result) process.stdout.write(compiler.pdf(compiled.result, options), () => process.exit(0));
else process.stderr.write(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []), () => process.exit(1));

function taggedCompiler() {
  const require = createRequire(import.meta.url);
  for (const name of ['typst-tagged-gnu', 'typst-tagged-musl']) {
    try {
      return require(name).NodeCompiler;
    } catch {
      // Not for this platform.
    }
  }
  return null;
}
