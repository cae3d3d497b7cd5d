package vn.dusinhhoat.revision.gate;

import java.util.ArrayList;
import java.util.List;
import vn.dusinhhoat.platform.RuleViolation;

/** What the gate has found, in the order of looking; all of it is told at once. */
final class Findings {

    private static final int MOST_SHOWN = 30;

    private final List<String> lines = new ArrayList<>();

    /** One fault: where it is, what is wrong, what to do. */
    void add(String place, String problem, String remedy) {
        String line = place + ": " + problem + ". Cách sửa: " + remedy + ".";
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** @throws RuleViolation with all lines, unless there are none */
    void refuse() {
        if (lines.isEmpty()) {
            return;
        }
        String shown = String.join("\n", lines.subList(0, Math.min(lines.size(), MOST_SHOWN)));
        String rest = lines.size() > MOST_SHOWN ? "\nvà " + (lines.size() - MOST_SHOWN) + " lỗi khác." : "";
        throw new RuleViolation("Chưa đưa mô hình vào sử dụng vì có " + lines.size() + " lỗi, chưa ghi gì vào hệ thống:\n" + shown + rest);
    }
}
