// Every deadline and every decision says which clause of the plan or which ruling it comes from.
import { documentation, isSplit, isTimer, named } from './elements.js';

/** "III.1b", "II.2", "B5", "C.8"; not the tail of a longer word such as "P1D5". */
const SOURCE = /(?<![\p{L}\d])(I{1,3}|[ABCD])\.?\d/u;

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
