package vn.dusinhhoat.revision.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What the plan asks of its diagrams whatever else an administrator changes: limits, ladders that end, cycles that begin. */
@Component
@Order(6)
class RulesOfThePlan implements DiagramRule {

    @Override
    public void check(Diagram diagram, Findings findings) {
        if (diagram.processId().equals("attendance-report")) {
            checkReport(diagram, findings);
        } else if (diagram.processId().equals("attendance-cycle")) {
            checkCycle(diagram, findings);
        }
    }

    private static void checkReport(Diagram diagram, Findings findings) {
        diagram.of("userTask").filter(task -> task.getAttribute("id").startsWith("task_writeReport")).forEach(task -> {
            List<Element> limits = diagram.boundaryEvents(task).filter(event -> "false".equals(event.getAttribute("cancelActivity")))
                    .filter(event -> Diagram.timerText(event).startsWith("${deadline.after(")).toList();
            if (limits.isEmpty()) {
                findings.add(diagram.place(task), "việc gửi báo cáo không có hạn", "gắn mốc thời gian không ngắt việc, ghi ${deadline.after(execution, 'P3D')}");
            }
            limits.forEach(limit -> checkLadder(diagram, limit, findings));
        });
        diagram.of("userTask").filter(task -> task.getAttribute("id").equals("task_receiveReport")).forEach(task -> {
            if (diagram.boundaryEvents(task).noneMatch(event -> Diagram.timer(event).isPresent())) {
                findings.add(diagram.place(task), "việc tiếp nhận không có hạn", "gắn mốc thời gian, quá hạn thì coi là đã tiếp nhận");
            }
        });
    }

    /** From a passed limit the way goes over the steps of the ladder to its end, and waits between them. */
    private static void checkLadder(Diagram diagram, Element limit, Findings findings) {
        Set<Element> way = following(diagram, limit);
        if (way.stream().noneMatch(step -> Diagram.camunda(step, "delegateExpression").equals("${ladderStep}"))) {
            findings.add(diagram.place(limit), "quá hạn mà không có bậc đôn đốc nào", "nối tới thang đôn đốc (B5)");
        }
        if (way.stream().noneMatch(step -> Diagram.camunda(step, "delegateExpression").equals("${closeUnreported}"))) {
            findings.add(diagram.place(limit), "thang đôn đốc không kết thúc", "nối bậc cuối tới bước chốt không báo cáo (B5, C17)");
        }
        if (way.stream().filter(step -> Diagram.is(step, "intermediateCatchEvent")).noneMatch(step -> Diagram.timer(step).isPresent())) {
            findings.add(diagram.place(limit), "các bậc đôn đốc không cách nhau ngày nào", "đặt mốc chờ giữa các bậc (B5)");
        }
    }

    private static Set<Element> following(Diagram diagram, Element from) {
        Set<String> seen = new HashSet<>();
        Set<Element> way = new LinkedHashSet<>();
        Deque<Element> waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            Element node = waiting.pop();
            if (seen.add(node.getAttribute("id"))) {
                way.add(node);
                diagram.outgoing(node).forEach(flow -> diagram.byId(flow.getAttribute("targetRef")).ifPresent(waiting::add));
                diagram.boundaryEvents(node).forEach(waiting::add);
            }
        }
        return way;
    }

    private static void checkCycle(Diagram diagram, Findings findings) {
        List<Element> timers = diagram.of("startEvent").filter(start -> Diagram.timer(start).isPresent()).toList();
        if (timers.isEmpty()) {
            findings.add(diagram.file(), "quy trình tạo nhiệm vụ theo kỳ không có điểm bắt đầu theo lịch", "vẽ điểm bắt đầu theo lịch (II.2d)");
        }
        // A period that is counted on from the last run drifts off the day of the month, and after the 31st for good.
        timers.stream().filter(start -> Diagram.timerText(start).startsWith("R") || !Diagram.timerText(start).contains(" "))
                .forEach(start -> findings.add(diagram.place(start), "lịch chạy không ghi theo ngày trong tháng", "ghi lịch kiểu cron, ví dụ 0 0 1 20 * ?"));
        timers.stream().filter(start -> following(diagram, start).stream().flatMap(step -> Diagram.children(step, "messageEventDefinition"))
                        .noneMatch(message -> Diagram.camunda(message, "delegateExpression").equals("${beginCycle}")))
                .forEach(start -> findings.add(diagram.place(start), "đến ngày mà không báo mở kỳ", "nối tới điểm kết thúc gửi thông điệp ${beginCycle} (II.1a)"));
        if (diagram.of("startEvent").noneMatch(start -> Diagram.children(start, "messageEventDefinition").findAny().isPresent())) {
            findings.add(diagram.file(), "thiếu điểm bắt đầu \"Chạy bù kỳ\"", "thêm điểm bắt đầu bằng thông điệp");
        }
    }
}
