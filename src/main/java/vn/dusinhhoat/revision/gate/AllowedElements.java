package vn.dusinhhoat.revision.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The part of BPMN and of the engine's extensions that the product uses; everything else could run code of its own. */
@Component
@Order(1)
class AllowedElements implements DiagramRule {

    private static final Set<String> ELEMENTS = Set.of("definitions", "process", "documentation", "extensionElements", "userTask",
            "serviceTask", "businessRuleTask", "callActivity", "subProcess", "startEvent", "endEvent", "boundaryEvent",
            "intermediateCatchEvent", "exclusiveGateway", "parallelGateway", "eventBasedGateway", "sequenceFlow", "incoming", "outgoing",
            "conditionExpression", "timerEventDefinition", "timeDate", "timeDuration", "timeCycle", "messageEventDefinition", "message",
            "terminateEventDefinition", "errorEventDefinition", "error", "escalationEventDefinition", "escalation", "textAnnotation", "text",
            "association", "laneSet", "lane", "flowNodeRef", "collaboration", "participant", "messageFlow", "category", "categoryValue", "group");
    private static final Map<String, Set<String>> EXTENSIONS = Map.of("taskListener", Set.of("delegateExpression", "event"),
            "executionListener", Set.of("delegateExpression", "event"), "in", Set.of("businessKey"),
            "failedJobRetryTimeCycle", Set.of(), "properties", Set.of(), "property", Set.of("name", "value", "id"));
    private static final Map<String, Set<String>> ATTRIBUTES = attributes();
    private static final Set<String> FOREIGN_TOLERATED = Set.of("http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI", "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "http://camunda.org/schema/modeler/1.0",
            "http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/2000/xmlns/");

    private static Map<String, Set<String>> attributes() {
        Set<String> jobs = Set.of("asyncBefore", "asyncAfter", "exclusive", "jobPriority");
        Map<String, Set<String>> allowed = new HashMap<>();
        allowed.put("process", Set.of("historyTimeToLive", "versionTag", "isStartableInTasklist"));
        allowed.put("userTask", Set.of("formKey", "assignee", "candidateGroups", "dueDate", "asyncBefore", "asyncAfter", "exclusive"));
        allowed.put("serviceTask", Set.of("delegateExpression", "asyncBefore", "asyncAfter", "exclusive"));
        allowed.put("businessRuleTask", Set.of("delegateExpression", "asyncBefore", "asyncAfter", "exclusive"));
        allowed.put("messageEventDefinition", Set.of("delegateExpression"));
        allowed.put("startEvent", Set.of("initiator", "formKey", "asyncBefore", "asyncAfter"));
        for (String node : Set.of("callActivity", "subProcess", "endEvent", "boundaryEvent", "intermediateCatchEvent", "exclusiveGateway",
                "parallelGateway", "eventBasedGateway")) {
            allowed.put(node, jobs);
        }
        return allowed;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        diagram.all().forEach(element -> {
            if (Diagram.BPMN.equals(element.getNamespaceURI())) {
                checkElement(diagram, element, findings);
            } else if (Diagram.CAMUNDA.equals(element.getNamespaceURI())) {
                checkExtension(diagram, element, findings);
            } else if (!FOREIGN_TOLERATED.contains(String.valueOf(element.getNamespaceURI()))) {
                findings.add(diagram.place(element), "phần tử lạ \"" + element.getNodeName() + "\"", "xóa phần tử này");
            }
        });
    }

    private void checkElement(Diagram diagram, Element element, Findings findings) {
        String type = element.getLocalName();
        if (!ELEMENTS.contains(type)) {
            findings.add(diagram.place(element), "loại phần tử \"" + type + "\" không được dùng, vì có thể chạy mã hoặc không ai theo dõi được",
                    "dùng công việc, bước tự động có sẵn, mốc thời gian hoặc cổng");
            return;
        }
        Set<String> allowed = ATTRIBUTES.getOrDefault(type, Set.of());
        attributes(element).filter(attribute -> Diagram.CAMUNDA.equals(attribute.getNamespaceURI()))
                .filter(attribute -> !allowed.contains(attribute.getLocalName()))
                .forEach(attribute -> findings.add(diagram.place(element), "thuộc tính camunda:" + attribute.getLocalName() + " không được dùng ở đây",
                        type.equals("serviceTask") || type.equals("businessRuleTask")
                                ? "xóa thuộc tính này, chọn \"Delegate expression\" và ghi tên bước có sẵn, ví dụ ${ladderStep}" : "xóa thuộc tính này"));
        attributes(element).filter(attribute -> attribute.getNamespaceURI() != null
                        && !Diagram.CAMUNDA.equals(attribute.getNamespaceURI()) && !FOREIGN_TOLERATED.contains(attribute.getNamespaceURI()))
                .forEach(attribute -> findings.add(diagram.place(element), "thuộc tính lạ \"" + attribute.getName() + "\"", "xóa thuộc tính này"));
    }

    private void checkExtension(Diagram diagram, Element element, Findings findings) {
        Set<String> allowed = EXTENSIONS.get(element.getLocalName());
        if (allowed == null) {
            findings.add(diagram.place(element), "phần mở rộng camunda:" + element.getLocalName() + " không được dùng, vì có thể chạy mã",
                    "xóa phần này; việc cần làm thêm do bước tự động có sẵn thực hiện");
            return;
        }
        attributes(element).filter(attribute -> attribute.getNamespaceURI() == null && !allowed.contains(attribute.getLocalName()))
                .forEach(attribute -> findings.add(diagram.place(element), "camunda:" + element.getLocalName() + " không được có \""
                        + attribute.getLocalName() + "\"", "chỉ ghi tên bước có sẵn ở ô \"Delegate expression\""));
    }

    private static java.util.stream.Stream<Attr> attributes(Element element) {
        return java.util.stream.IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(n -> (Attr) element.getAttributes().item(n));
    }
}
