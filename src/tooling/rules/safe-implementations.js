// Diagrams name beans and forms of this product; they hold no code.
import { is, named } from './elements.js';

const BEAN = /^\$\{[a-z][A-Za-z0-9]*\}$/;
const FORM = /^embedded:deployment:[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*\.html$/;

export default function safeImplementations() {
  return {
    check(element, reporter) {
      if (is(element, 'ScriptTask')) {
        reporter.report(element.id, `Bước ${named(element)} chứa mã lệnh: thay bằng bước hệ thống`);
      }
      if (is(element, 'ServiceTask', 'BusinessRuleTask', 'SendTask')) {
        checkBean(element, element.get('camunda:delegateExpression'), reporter);
      }
      if (is(element, 'UserTask', 'StartEvent') && element.get('camunda:formKey') && !FORM.test(element.get('camunda:formKey'))) {
        reporter.report(element.id, `Biểu mẫu của ${named(element)} phải có dạng embedded:deployment:<quy-trình>/<tệp>.html`);
      }
      for (const extension of element.extensionElements?.values ?? []) {
        checkExtension(element, extension, reporter);
      }
    },
  };
}

function checkBean(element, expression, reporter) {
  if (!BEAN.test(expression ?? '')) {
    reporter.report(element.id, `Bước ${named(element)} phải gọi một thành phần đã đăng ký, dạng \${tênThànhPhần}`);
  }
}

function checkExtension(element, extension, reporter) {
  if (/Listener$/.test(extension.$type)) {
    checkBean(element, extension.delegateExpression, reporter);
  }
  if (/(Script|Connector)$/i.test(extension.$type)) {
    reporter.report(element.id, `Phần tử ${named(element)} chứa mã lệnh hoặc kết nối ngoài: bỏ đi`);
  }
}
