// Converts with the LibreOffice of the registry package: node packaged.mjs wasm-folder in.docx out.pdf; convert.mjs calls it.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { createSubprocessConverter } from '@matbee/libreoffice-converter/server';

const [wasmPath, from, to] = process.argv.slice(2);
const converter = await createSubprocessConverter({ wasmPath });
const converted = await converter.convert(readFileSync(from), { outputFormat: extname(to).slice(1) }, basename(from));
writeFileSync(to, converted.data);
await converter.destroy();
process.exit(0);
