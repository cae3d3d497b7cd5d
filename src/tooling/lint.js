// Lints one diagram: bpmnlint's recommended rules, Camunda 7.24 compatibility, and the rules of this product.
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import BpmnModdle from 'bpmn-moddle';
import { rules as ownRules } from './rules/index.js';

const require = createRequire(import.meta.url);
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');

const OWN = 'bpmnlint-plugin-dusinhhoat';
const CONFIG = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24'],
  rules: Object.fromEntries(Object.keys(ownRules).map((name) => [`dusinhhoat/${name}`, 'error'])),
};

class Resolver extends NodeResolver {
  resolveRule(plugin, name) {
    return plugin === OWN ? ownRules[name] : super.resolveRule(plugin, name);
  }
}

function fileNameProblems(fileName, definitions) {
  const processes = definitions.rootElements.filter((each) => each.$type === 'bpmn:Process' && each.isExecutable);
  const id = basename(fileName, '.bpmn');
  const main = processes.filter((each) => each.id === id);
  const others = processes.filter((each) => each.id !== id);
  const inPlace = main.length === 1 && others.every((each) => each.id.startsWith(`${id}-`));
  return inPlace && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ? [] : [{
    id, rule: 'dusinhhoat/file-name-is-process-id',
    message: `Tệp ${id}.bpmn phải chứa một quy trình chạy được mang mã ${id}, chữ thường nối bằng dấu gạch; phần đi kèm mang mã ${id}-…`,
  }];
}

/** Everything wrong with a diagram, warnings included: [{id, rule, message}]. */
export async function lint(fileName, xml) {
  const { rootElement, warnings } = await new BpmnModdle({ camunda }).fromXML(xml);
  const unreadable = warnings.map(({ message }) => ({ id: fileName, rule: 'xml', message }));
  const linter = new Linter({ config: CONFIG, resolver: new Resolver({ require }) });
  const reports = await linter.lint(rootElement);
  const broken = Object.entries(reports)
    .flatMap(([rule, found]) => found.map(({ id, message }) => ({ id, rule, message })));
  return [...unreadable, ...fileNameProblems(fileName, rootElement), ...broken];
}
