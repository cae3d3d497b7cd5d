package vn.dusinhhoat.revision.gate;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A task's due date and its timer are the same text, and the number in their names agrees with it. */
@Component
@Order(4)
class HonestDeadlines implements DiagramRule {

    private static final String PERIOD = "P(?=\\d|T\\d)(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?";
    private static final String CRON = "[\\d*/,-]+(?: [\\d*/,-]+){2} [\\d*/,?LW-]+ [\\w*/,-]+ [\\w*/,?#-]+(?: [\\d*/,-]+)?";
    private static final String EVENING = "${meeting.evening(execution)}";
    private static final Pattern READABLE = Pattern.compile(PERIOD + "|" + CRON + "|\\$\\{deadline\\.(?:after|fromNow)\\(execution, ?'" + PERIOD
            + "'\\)}|\\$\\{meeting\\.evening\\(execution\\)}");
    private static final Pattern DEADLINE = Pattern.compile("\\$\\{deadline\\.(?:after|fromNow)\\(execution, ?'(?:" + PERIOD + ")'\\)}");
    private static final Pattern DAYS = Pattern.compile("(?:^|')P(\\d+)D(?:'|$)");
    private static final Pattern DAYS_IN_NAME = Pattern.compile("(\\d+)\\s+ngày");

    @Override
    public void check(Diagram diagram, Findings findings) {
        diagram.of("userTask").forEach(task -> checkTask(diagram, task, findings));
        diagram.nodes().filter(node -> Diagram.timer(node).isPresent()).forEach(event -> {
            String text = Diagram.timerText(event);
            if (text.contains(" ") && !text.startsWith("$") && !CronExpression.isValidExpression(text)) {
                findings.add(diagram.place(event), "lịch chạy không có ngày giờ nào đúng", "ghi giây, phút, giờ, ngày, tháng, thứ, ví dụ 0 0 1 20 * ?");
            } else if (!READABLE.matcher(text).matches()) {
                findings.add(diagram.place(event), "mốc thời gian không ghi rõ thời hạn trên sơ đồ",
                        "ghi thời hạn, ví dụ P3D hoặc ${deadline.after(execution, 'P3D')}");
            }
            checkNumber(diagram, event, text, findings);
        });
    }

    private static void checkTask(Diagram diagram, Element task, Findings findings) {
        String due = Diagram.camunda(task, "dueDate").strip();
        if (due.isEmpty()) {
            return;
        }
        List<String> timers = diagram.boundaryEvents(task).filter(event -> Diagram.timer(event).isPresent()).map(Diagram::timerText).toList();
        if (due.equals(EVENING)) {
            if (siblings(task).noneMatch(event -> Diagram.timerText(event).equals(EVENING))) {
                findings.add(diagram.place(task), "hạn xử lý là tối ngày họp nhưng đến lúc đó không có gì kết thúc việc",
                        "vẽ mốc thời gian " + EVENING + " trong cùng quy trình con");
            }
        } else if (!DEADLINE.matcher(due).matches()) {
            findings.add(diagram.place(task), "hạn xử lý không ghi rõ số ngày", "ghi hạn dạng ${deadline.after(execution, 'P3D')}");
        } else if (!timers.contains(due)) {
            findings.add(diagram.place(task), "hạn xử lý " + due + " không có mốc thời gian cùng nội dung gắn vào việc",
                    "gắn mốc thời gian ghi đúng " + due + ", hoặc sửa hạn cho khớp");
        }
        checkNumber(diagram, task, due, findings);
    }

    /** A task that ends with the meeting's day is ended by the timer beside it. */
    private static Stream<Element> siblings(Element task) {
        return Stream.iterate(task.getParentNode().getFirstChild(), Objects::nonNull, Node::getNextSibling)
                .filter(Element.class::isInstance).map(Element.class::cast).filter(each -> Diagram.timer(each).isPresent());
    }

    private static void checkNumber(Diagram diagram, Element element, String text, Findings findings) {
        Matcher shown = DAYS_IN_NAME.matcher(element.getAttribute("name"));
        Matcher counted = DAYS.matcher(text);
        if (shown.find() && counted.find() && Integer.parseInt(shown.group(1)) != Integer.parseInt(counted.group(1))) {
            findings.add(diagram.place(element), "tên ghi " + shown.group(1) + " ngày nhưng thời hạn là " + counted.group(1) + " ngày", "sửa cho khớp");
        }
    }
}
