package vn.dusinhhoat.revision.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A BPMN file as the rules look at it. */
final class Diagram {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("userTask", "công việc"),
            Map.entry("serviceTask", "bước tự động"), Map.entry("businessRuleTask", "bước tra bảng"), Map.entry("scriptTask", "bước chạy mã"),
            Map.entry("boundaryEvent", "mốc gắn vào việc"), Map.entry("intermediateCatchEvent", "mốc chờ"), Map.entry("startEvent", "điểm bắt đầu"),
            Map.entry("endEvent", "điểm kết thúc"), Map.entry("exclusiveGateway", "cổng"), Map.entry("parallelGateway", "cổng song song"),
            Map.entry("eventBasedGateway", "cổng chờ"), Map.entry("sequenceFlow", "mũi tên"), Map.entry("subProcess", "quy trình con"),
            Map.entry("callActivity", "bước gọi quy trình"), Map.entry("process", "quy trình"), Map.entry("message", "thông điệp"));

    private final String file;
    private final Document document;

    Diagram(String file, Document document) {
        this.file = file;
        this.document = document;
    }

    String file() {
        return file;
    }

    /** Id of the process that the file is named after, else of the first; empty when there is none. */
    String processId() {
        List<String> ids = processes().stream().map(process -> process.getAttribute("id")).toList();
        String named = file.replaceAll("\\.bpmn$", "");
        return ids.contains(named) ? named : ids.stream().findFirst().orElse("");
    }

    List<Element> processes() {
        return all().filter(each -> is(each, "process")).toList();
    }

    Stream<Element> all() {
        return list(document.getElementsByTagName("*"));
    }

    Stream<Element> of(String type) {
        return all().filter(each -> is(each, type));
    }

    Optional<Element> byId(String id) {
        return all().filter(each -> BPMN.equals(each.getNamespaceURI()) && id.equals(each.getAttribute("id"))).findFirst();
    }

    /** Steps, events and gateways. */
    Stream<Element> nodes() {
        return all().filter(Diagram::isNode);
    }

    Stream<Element> outgoing(Element node) {
        return of("sequenceFlow").filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")));
    }

    Stream<Element> boundaryEvents(Element task) {
        return of("boundaryEvent").filter(event -> event.getAttribute("attachedToRef").equals(task.getAttribute("id")));
    }

    /** A splitting gateway asks a question. */
    boolean isQuestion(Element node) {
        return is(node, "exclusiveGateway") && outgoing(node).count() > 1;
    }

    String place(Element element) {
        String kind = KINDS.getOrDefault(element.getLocalName(), element.getLocalName());
        String name = element.getAttribute("name");
        Element named = element.getAttribute("id").isEmpty() && element.getParentNode() instanceof Element parent ? owner(parent) : element;
        if (named != element) {
            return place(named);
        }
        return file + ", " + kind + (name.isEmpty() ? "" : " “" + name + "”") + " (" + element.getAttribute("id") + ")";
    }

    /** The step or event that a part such as a listener belongs to. */
    static Element owner(Element part) {
        Element at = part;
        while (!isNode(at) && !is(at, "process") && !is(at, "sequenceFlow") && at.getParentNode() instanceof Element parent) {
            at = parent;
        }
        return at;
    }

    static boolean is(Element element, String type) {
        return BPMN.equals(element.getNamespaceURI()) && type.equals(element.getLocalName());
    }

    static boolean isNode(Element element) {
        return BPMN.equals(element.getNamespaceURI()) && (element.getLocalName().matches(".*(Task|Event|Gateway)|task|subProcess|callActivity"));
    }

    static Stream<Element> children(Element element, String type) {
        return list(element.getChildNodes()).filter(child -> is(child, type));
    }

    static Optional<Element> timer(Element event) {
        return children(event, "timerEventDefinition").findFirst();
    }

    /** What a timer says, whichever of its three fields it stands in. */
    static String timerText(Element event) {
        return timer(event).map(timer -> timer.getTextContent().strip()).orElse("");
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    static String documentation(Element element) {
        return children(element, "documentation").map(Node::getTextContent).findFirst().orElse("");
    }


    private static Stream<Element> list(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance).map(Element.class::cast);
    }
}
