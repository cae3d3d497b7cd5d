// How long the history is kept and which version this is: both stand in the model.
import { is, named } from './elements.js';

/** The engine reads a number of days, bare or as an ISO period, and no other unit. */
const TIME_TO_LIVE = /^(P\d+D|\d+)$/;
const VERSION = /^\d+\.\d+\.\d+$/;

export default function ttlAndVersionTag() {
  return {
    check(element, reporter) {
      if (!is(element, 'Process') || !element.isExecutable) {
        return;
      }
      if (!TIME_TO_LIVE.test(element.get('camunda:historyTimeToLive') ?? '')) {
        reporter.report(element.id, `Quy trình ${named(element)} thiếu thời gian lưu lịch sử tính bằng ngày (historyTimeToLive), ví dụ P1825D`);
      }
      if (!VERSION.test(element.get('camunda:versionTag') ?? '')) {
        reporter.report(element.id, `Quy trình ${named(element)} thiếu nhãn phiên bản (versionTag), ví dụ 1.0.0`);
      }
    },
  };
}
