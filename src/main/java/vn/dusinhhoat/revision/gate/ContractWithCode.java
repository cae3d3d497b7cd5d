package vn.dusinhhoat.revision.gate;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * What the code relies on must still be there in a revised diagram: steps it asks for by id, messages it sends, what it
 * does at each step, who gets each task. Read from the diagram of this release, which the code was written for.
 */
@Component
@Order(5)
class ContractWithCode implements DiagramRule {

    private static final String RESTORE = "đưa phần này về như sơ đồ phát hành; cần thay đổi thì đề nghị sửa cùng mã nguồn";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{!?([a-z]\\w*)");

    private final ReleasedModels released;

    ContractWithCode(ReleasedModels released) {
        this.released = released;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        diagram.of("callActivity").filter(call -> !released.ids().contains(call.getAttribute("calledElement")))
                .forEach(call -> findings.add(diagram.place(call), "gọi quy trình \"" + call.getAttribute("calledElement") + "\" không có trong hệ thống",
                        "ghi mã một quy trình có sẵn"));
        diagram.processes().forEach(process -> released.fileOf(process.getAttribute("id")).filter(file -> !file.equals(diagram.file()))
                .ifPresent(file -> findings.add(diagram.place(process), "quy trình này nằm trong tệp " + file, "sửa và tải lên cả tệp " + file)));
        released.diagram(diagram.processId()).ifPresent(original -> {
            checkSteps(original, diagram, findings);
            checkListeners(original, diagram, findings);
            checkMessages(original, diagram, findings);
            checkConditions(original, diagram, findings);
            original.processes().forEach(process -> {
                if (!Diagram.camunda(process, "isStartableInTasklist").equals(diagram.processes().stream()
                        .map(each -> Diagram.camunda(each, "isStartableInTasklist")).findFirst().orElse(""))) {
                    findings.add(diagram.file(), "đổi việc quy trình có bắt đầu được từ Tasklist hay không", RESTORE);
                }
            });
        });
    }

    /** Tasks, beginnings and calls by id; automatic steps by what they do, since those may move. */
    private static void checkSteps(Diagram original, Diagram diagram, Findings findings) {
        for (String type : Set.of("userTask", "startEvent", "callActivity")) {
            original.of(type).forEach(step -> checkStep(original, diagram, type, step, findings));
        }
        Set<String> done = delegates(diagram).collect(Collectors.toSet());
        original.all().filter(ContractWithCode::does)
                .filter(each -> !done.contains(Diagram.camunda(each, "delegateExpression")))
                .forEach(each -> findings.add(original.place(each), "sơ đồ mới thiếu bước " + Diagram.camunda(each, "delegateExpression"), RESTORE));
    }

    private static void checkStep(Diagram original, Diagram diagram, String type, Element step, Findings findings) {
        Element revised = diagram.byId(step.getAttribute("id")).filter(each -> Diagram.is(each, type)).orElse(null);
        if (revised == null) {
            findings.add(original.place(step), "sơ đồ mới thiếu phần tử này", RESTORE);
            return;
        }
        for (String attribute : Set.of("assignee", "candidateGroups", "formKey", "initiator")) {
            if (!Diagram.camunda(step, attribute).equals(Diagram.camunda(revised, attribute))) {
                findings.add(diagram.place(revised), "đổi ô " + attribute + ", tức là đổi người nhận hoặc biểu mẫu của việc", RESTORE);
            }
        }
        if (!step.getAttribute("calledElement").equals(revised.getAttribute("calledElement"))) {
            findings.add(diagram.place(revised), "gọi sang quy trình khác", RESTORE);
        }
    }

    private static void checkListeners(Diagram original, Diagram diagram, Findings findings) {
        Set<String> there = listeners(diagram).collect(Collectors.toSet());
        original.all().filter(ContractWithCode::isListener).filter(each -> !there.contains(signature(each)))
                .forEach(each -> findings.add(original.place(Diagram.owner(each)), "sơ đồ mới thiếu phần ghi nhận "
                        + each.getAttribute("delegateExpression") + " (" + each.getAttribute("event") + ")", RESTORE));
    }

    private static void checkMessages(Diagram original, Diagram diagram, Findings findings) {
        Set<String> known = original.of("message").map(each -> each.getAttribute("name")).collect(Collectors.toSet());
        Set<String> there = diagram.of("messageEventDefinition").map(each -> each.getAttribute("messageRef")).map(diagram::byId)
                .flatMap(java.util.Optional::stream).map(each -> each.getAttribute("name")).collect(Collectors.toSet());
        known.stream().filter(name -> !there.contains(name)).forEach(name ->
                findings.add(diagram.file(), "sơ đồ mới không nhận thông điệp \"" + name + "\"", RESTORE));
        diagram.of("message").filter(each -> !known.contains(each.getAttribute("name"))).forEach(each ->
                findings.add(diagram.place(each), "thông điệp \"" + each.getAttribute("name") + "\" không do hệ thống gửi", "dùng thông điệp có sẵn"));
    }

    private static void checkConditions(Diagram original, Diagram diagram, Findings findings) {
        Set<String> known = original.of("conditionExpression").flatMap(ContractWithCode::variables).collect(Collectors.toSet());
        diagram.of("conditionExpression").forEach(each -> variables(each).filter(variable -> !known.contains(variable)).forEach(variable ->
                findings.add(diagram.place(Diagram.owner(each)), "hỏi biến \"" + variable + "\" mà không bước nào đặt",
                        "chỉ hỏi các biến ghi trong ghi chú của quy trình")));
    }

    private static Stream<String> variables(Element condition) {
        Matcher variable = VARIABLE.matcher(condition.getTextContent());
        return variable.results().map(found -> found.group(1));
    }

    private static Stream<String> delegates(Diagram diagram) {
        return diagram.all().filter(ContractWithCode::does).map(each -> Diagram.camunda(each, "delegateExpression"));
    }

    /** Steps, and ends that send a message. */
    private static boolean does(Element element) {
        return !Diagram.camunda(element, "delegateExpression").isEmpty() && (Diagram.isNode(element) || Diagram.is(element, "messageEventDefinition"));
    }

    private static Stream<String> listeners(Diagram diagram) {
        return diagram.all().filter(ContractWithCode::isListener).map(ContractWithCode::signature);
    }

    private static boolean isListener(Element element) {
        return Diagram.CAMUNDA.equals(element.getNamespaceURI()) && element.getLocalName().endsWith("Listener");
    }

    private static String signature(Element listener) {
        return Diagram.owner(listener).getAttribute("id") + " " + listener.getLocalName() + " " + listener.getAttribute("event") + " "
                + listener.getAttribute("delegateExpression");
    }
}
