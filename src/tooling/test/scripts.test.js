// What the web applications load beside their own scripts: one that is missing or does not fit leaves them an empty page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const RESOURCES = fileURLToPath(new URL('../../main/resources/', import.meta.url));
const APPS = join(RESOURCES, 'META-INF', 'resources', 'webjars', 'camunda', 'app');
const LINKER = fileURLToPath(new URL('../link-scripts.mjs', import.meta.url));

/** Empty when all of them can be linked, else what a browser would say. */
function linked(...files) {
  const run = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', LINKER, RESOURCES, ...files], { encoding: 'utf8' });
  return run.status === 0 ? '' : run.stderr;
}

for (const app of ['tasklist', 'cockpit', 'admin', 'welcome']) {
  test(`every custom script of ${app} can be linked with all that it imports`, async () => {
    const { default: config } = await import(`data:text/javascript,${encodeURIComponent(readFileSync(join(APPS, app, 'scripts', 'config.js')))}`);
    const scripts = (config.customScripts ?? []).map((name) => join(APPS, app, `${name}.js`));
    assert.equal(linked(...scripts), '');
  });
}

test('a script that is missing, broken or imports what is not there is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
  try {
    const said = (text) => {
      writeFileSync(join(folder, 'plugin.js'), text);
      return linked(join(folder, 'plugin.js'));
    };
    assert.equal(said('import { element } from "/camunda/components/v1/dom.js"; export default [element];'), '');
    assert.match(linked(join(folder, 'none.js')), /none\.js/);
    assert.match(said('export default [;'), /SyntaxError/);
    assert.match(said('import { nobody } from "/camunda/components/v1/dom.js"; export default [nobody];'), /nobody/);
    assert.match(said('import "/camunda/components/v1/none.js"; export default [];'), /none\.js/);
    assert.match(said('export default [{ render: () => import("/camunda/components/v1/none.js") }];'), /none\.js/);
    assert.match(said('export const plugins = [];'), /default/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
