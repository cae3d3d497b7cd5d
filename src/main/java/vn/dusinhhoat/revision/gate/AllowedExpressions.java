package vn.dusinhhoat.revision.gate;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * The few forms of expression that a diagram needs, each in its place. Everything else is refused unread: the engine's
 * language reaches every class (row C2).
 */
@Component
@Order(2)
class AllowedExpressions implements DiagramRule {

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z]\\w*)}");
    private static final Pattern CALL = Pattern.compile("\\$\\{([a-z]\\w*)\\.([a-z]\\w*)\\(execution(?:, ?'[^'\\\\$#{}]*')?\\)}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(?:!?[a-z]\\w*|[a-z]\\w* ?(?:==|!=) ?'[A-Z_]*')}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z]\\w*}");
    private static final Pattern PLAIN = Pattern.compile("[^$#{}]*");
    private static final Set<String> PLACES_OF_CALLS = Set.of("assignee", "candidateGroups", "dueDate");
    private static final String OWN_KEY = "#{execution.processBusinessKey}";
    /** Names that the engine itself knows in expressions. */
    private static final Set<String> RESERVED = Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId");

    private final CallableBeans beans;

    AllowedExpressions(CallableBeans beans) {
        this.beans = beans;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        diagram.all().forEach(element -> {
            for (int n = 0; n < element.getAttributes().getLength(); n++) {
                checkAttribute(diagram, element, (Attr) element.getAttributes().item(n), findings);
            }
            if (Diagram.is(element, "conditionExpression")) {
                checkCondition(diagram, element, findings);
            } else if (element.getLocalName().matches("timeDate|timeDuration|timeCycle") && !isPlainOrCall(element.getTextContent().strip())) {
                findings.add(diagram.place(element), "mốc thời gian ghi bằng biểu thức không được phép",
                        "ghi thời hạn như P3D hoặc ${deadline.after(execution, 'P3D')}");
            } else if (element.getLocalName().equals("failedJobRetryTimeCycle") && !isPlainOrCall(element.getTextContent().strip())) {
                findings.add(diagram.place(element), "lịch thử lại ghi bằng biểu thức không được phép",
                        "ghi khoảng thời gian, ví dụ PT5M, hoặc ${retry.patient(execution)}");
            }
        });
    }

    private void checkAttribute(Diagram diagram, Element element, Attr attribute, Findings findings) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        String place = diagram.place(element);
        if (name.equals("delegateExpression")) {
            checkDelegate(place, element, value, findings);
        } else if (PLACES_OF_CALLS.contains(name) && Diagram.CAMUNDA.equals(attribute.getNamespaceURI())) {
            if (!isPlainOrCall(value) && !isVariable(value)) {
                findings.add(place, "biểu thức " + shown(value) + " ở ô " + name + " không được phép hoặc gọi thứ không có trong danh sách",
                        "dùng biểu thức có sẵn, ví dụ ${meeting.visitor(execution)}");
            }
        } else if (!isPlain(value) && !isText(element, name) && !(name.equals("businessKey") && value.equals(OWN_KEY))) {
            findings.add(place, "biểu thức " + shown(value) + " ở thuộc tính " + name + " không được phép", "ghi giá trị cố định");
        }
    }

    private void checkDelegate(String place, Element element, String value, Findings findings) {
        Matcher bean = BEAN.matcher(value);
        Class<?> type = switch (element.getLocalName()) {
            case "taskListener" -> TaskListener.class;
            case "executionListener" -> ExecutionListener.class;
            default -> JavaDelegate.class;
        };
        if (!bean.matches() || !beans.isBean(bean.group(1), type)) {
            findings.add(place, "bước tự động " + shown(value) + " không có trong hệ thống hoặc không dùng được ở đây",
                    "chọn lại tên bước như trong sơ đồ phát hành, ví dụ ${ladderStep}");
        }
    }

    private static void checkCondition(Diagram diagram, Element element, Findings findings) {
        if (element.hasAttribute("language") || element.hasAttributeNS(Diagram.CAMUNDA, "resource")) {
            findings.add(diagram.place(Diagram.owner(element)), "điều kiện viết bằng ngôn ngữ lập trình", "ghi điều kiện dạng ${reported}");
        }
        if (!CONDITION.matcher(element.getTextContent().strip()).matches()) {
            findings.add(diagram.place(Diagram.owner(element)), "điều kiện " + shown(element.getTextContent().strip()) + " không được phép",
                    "chỉ hỏi một biến: ${reported}, ${!reported} hoặc ${receptionDecision == 'RECEIVED'}");
        }
    }

    private boolean isPlainOrCall(String value) {
        Matcher call = CALL.matcher(value);
        return isPlain(value) || call.matches() && beans.isMethod(call.group(1), call.group(2));
    }

    private static boolean isVariable(String value) {
        return VARIABLE.matcher(value).matches() && !RESERVED.contains(value.substring(2, value.length() - 1));
    }

    private static boolean isPlain(String value) {
        return PLAIN.matcher(value).matches();
    }

    /** Names of flows and text the engine does not read; names of steps and messages it evaluates. */
    private static boolean isText(Element element, String attribute) {
        return attribute.equals("name") && (Diagram.is(element, "sequenceFlow") || Diagram.is(element, "exclusiveGateway"));
    }

    private static String shown(String value) {
        return "\"" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "\"";
    }
}
