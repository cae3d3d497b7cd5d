// Diagrams name beans and forms of this product; they hold no code.
import { is, named } from './elements.js';

const BEAN = /^\$\{[a-z][A-Za-z0-9]*\}$/;
const FILE = /^[a-z][a-z0-9-]*\.html$/;
const CODE_ATTRIBUTES = ['class', 'expression', 'type'];

export default function safeImplementations() {
  return {
    check(element, reporter) {
      if (!is(element, 'BaseElement')) {
        return;
      }
      const report = (problem) => reporter.report(element.id ?? element.$parent?.id, problem);
      checkCode(element, report);
      checkBeans(element, report);
      checkForm(element, report);
      extensionsOf(element).forEach((extension) => checkExtension(element, extension, report));
    },
  };
}

function checkCode(element, report) {
  const condition = element.conditionExpression;
  const holdsCode = is(element, 'ScriptTask') || element.get('camunda:scriptFormat')
    || condition?.language || condition?.get('camunda:resource');
  if (holdsCode) {
    report(`Phần tử ${named(element)} chứa mã lệnh: thay bằng bước hệ thống gọi thành phần đã đăng ký`);
  }
}

function checkBeans(element, report) {
  const given = CODE_ATTRIBUTES.filter((attribute) => element.get(`camunda:${attribute}`));
  const owner = element.id ? element : element.$parent;
  if (given.length > 0) {
    report(`Phần tử ${named(owner)} dùng camunda:${given[0]}: thay bằng camunda:delegateExpression dạng \${tênThànhPhần}`);
  }
  const bean = element.get('camunda:delegateExpression');
  const needsBean = is(element, 'ServiceTask', 'SendTask') || (is(element, 'BusinessRuleTask') && !element.get('camunda:decisionRef'));
  if ((needsBean && given.length === 0 || bean) && !BEAN.test(bean ?? '')) {
    report(`Phần tử ${named(owner)} phải gọi một thành phần đã đăng ký: ghi camunda:delegateExpression dạng \${tênThànhPhần}`);
  }
}

function checkForm(element, report) {
  const key = element.get('camunda:formKey');
  if (!key) {
    return;
  }
  const folder = `embedded:deployment:${bundleOf(processOf(element))}/`;
  if (!key.startsWith(folder) || !FILE.test(key.slice(folder.length))) {
    report(`Biểu mẫu của ${named(element)} phải có dạng ${folder}<tệp>.html`);
  }
}

/** Processes that stand beside the file's main one, `main-…`, share its forms. */
function bundleOf(own) {
  const all = (own.$parent?.rootElements ?? []).filter((each) => is(each, 'Process'));
  return (all.find((main) => own.id?.startsWith(`${main.id}-`)) ?? own).id;
}

function processOf(element) {
  return is(element, 'Process') || !element.$parent ? element : processOf(element.$parent);
}

/** Everything below the extension elements, however deep: a script may sit in an input parameter of a connector. */
function extensionsOf(element) {
  return (element.extensionElements?.values ?? []).flatMap(withDescendants);
}

function withDescendants(extension) {
  const below = Object.entries(extension).filter(([key]) => !key.startsWith('$') || key === '$children')
    .flatMap(([, value]) => value).filter((value) => value?.$type);
  return [extension, ...below.flatMap(withDescendants)];
}

function checkExtension(element, extension, report) {
  if (/Listener$/.test(extension.$type) && !isBeanListener(extension)) {
    report(`Bộ lắng nghe của ${named(element)} phải gọi một thành phần đã đăng ký: ghi delegateExpression dạng \${tênThànhPhần}`);
  }
  if (/:(script|connector)$/i.test(extension.$type)) {
    report(`Phần tử ${named(element)} chứa mã lệnh hoặc kết nối ngoài: bỏ đi`);
  }
}

function isBeanListener(listener) {
  return BEAN.test(listener.delegateExpression ?? '') && !listener.class && !listener.expression && !listener.script;
}
