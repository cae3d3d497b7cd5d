// Every deadline and every decision says which clause of the plan or which ruling it comes from.
import { documentation, isSplit, isTimer, named } from './elements.js';

const SOURCE = /\b(I{1,3}\.\d|[ABCD]\d)/;

export default function documentedDeadlines() {
  return {
    check(element, reporter) {
      if ((isTimer(element) || isSplit(element)) && !SOURCE.test(documentation(element))) {
        reporter.report(element.id,
          `Phần tử ${named(element)} thiếu ghi chú nêu căn cứ: ghi mục của kế hoạch (ví dụ III.1b) hoặc quy ước (ví dụ B5)`);
      }
    },
  };
}
