// How long the history is kept and which version this is: both stand in the model.
import { is, named } from './elements.js';

export default function ttlAndVersionTag() {
  return {
    check(element, reporter) {
      if (!is(element, 'Process') || !element.isExecutable) {
        return;
      }
      if (!/^P\d+D$/.test(element.get('camunda:historyTimeToLive') ?? '')) {
        reporter.report(element.id, `Quy trình ${named(element)} thiếu thời gian lưu lịch sử (historyTimeToLive), ví dụ P1825D`);
      }
      if (!/^\d+\.\d+\.\d+$/.test(element.get('camunda:versionTag') ?? '')) {
        reporter.report(element.id, `Quy trình ${named(element)} thiếu nhãn phiên bản (versionTag), ví dụ 1.0.0`);
      }
    },
  };
}
