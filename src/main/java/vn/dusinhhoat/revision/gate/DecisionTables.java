package vn.dusinhhoat.revision.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Decision tables: plain FEEL values only, the columns and values the code knows, every level of the organisation covered. */
@Component
class DecisionTables {

    private static final Set<String> ELEMENTS = Set.of("definitions", "decision", "description", "decisionTable", "input", "inputExpression",
            "inputValues", "output", "outputValues", "rule", "inputEntry", "outputEntry", "text", "annotationEntry");
    private static final Set<String> EXTENSIONS = Set.of("versionTag", "historyTimeToLive");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Pattern CELL = Pattern.compile("-?|(?:\"[A-Z_]*\"|[<>]=? ?\\d+|\\d+|true|false|not\\(\"[A-Z_]*\"\\))(?:, ?(?:\"[A-Z_]*\"|\\d+))*");
    private static final Pattern NAME = Pattern.compile("[a-z]\\w*");
    private static final List<String> LEVELS = List.of("PROVINCE", "DISTRICT", "COMMUNE");
    private static final String DUTY = "duty";

    private final ReleasedModels released;

    DecisionTables(ReleasedModels released) {
        this.released = released;
    }

    void check(String file, Document table, Findings findings) {
        elements(table).forEach(element -> checkElement(file, element, findings));
        List<Element> decisions = of(table, "decision").toList();
        if (decisions.size() != 1 || !file.equals(decisions.get(0).getAttribute("id") + ".dmn")) {
            findings.add(file, "tệp phải có đúng một bảng, cùng mã với tên tệp", "đặt tên tệp theo mã của bảng");
            return;
        }
        if (decisions.get(0).getAttributeNS(CAMUNDA, "historyTimeToLive").isEmpty()) {
            findings.add(place(file, decisions.get(0)), "thiếu thời gian lưu lịch sử", "ghi History time to live, ví dụ P1825D");
        }
        String id = decisions.get(0).getAttribute("id");
        released.table(id).ifPresent(original -> checkContract(file, original, table, findings));
        if (id.equals(DUTY)) {
            checkLevels(file, table, findings);
        }
    }

    private static void checkElement(String file, Element element, Findings findings) {
        String namespace = String.valueOf(element.getNamespaceURI());
        if (!namespace.contains("omg.org/spec/DMN/")) {
            findings.add(place(file, element), "phần tử lạ \"" + element.getNodeName() + "\"", "xóa phần tử này");
        }
        if (!namespace.contains("/MODEL")) {
            return;
        }
        if (!ELEMENTS.contains(element.getLocalName())) {
            findings.add(place(file, element), "loại phần tử \"" + element.getLocalName() + "\" không được dùng", "chỉ dùng bảng quyết định");
        }
        String language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !language.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
            findings.add(place(file, element), "ô viết bằng ngôn ngữ " + language, "chỉ dùng FEEL: xóa ô ngôn ngữ");
        }
        IntStream.range(0, element.getAttributes().getLength()).mapToObj(n -> element.getAttributes().item(n))
                .filter(attribute -> CAMUNDA.equals(attribute.getNamespaceURI()) && !EXTENSIONS.contains(attribute.getLocalName()))
                .forEach(attribute -> findings.add(place(file, element), "thuộc tính camunda:" + attribute.getLocalName() + " không được dùng", "xóa thuộc tính này"));
        String text = element.getTextContent().strip();
        if (Set.of("inputEntry", "outputEntry").contains(element.getLocalName()) && !CELL.matcher(text).matches()) {
            findings.add(place(file, element), "ô ghi \"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\" không phải giá trị có sẵn",
                    "ghi giá trị trong dấu nháy, ví dụ \"COMMUNE\", hoặc để trống");
        }
        if (element.getLocalName().equals("inputExpression") && !NAME.matcher(text).matches()) {
            findings.add(place(file, element), "cột hỏi bằng biểu thức", "ghi tên một giá trị, ví dụ level");
        }
    }

    private static void checkContract(String file, Document original, Document table, Findings findings) {
        if (!hitPolicy(original).equals(hitPolicy(table))) {
            findings.add(file, "đổi cách chọn dòng (hit policy) từ " + hitPolicy(original) + " sang " + hitPolicy(table), "đặt lại " + hitPolicy(original));
        }
        if (!columns(original).equals(columns(table))) {
            findings.add(file, "đổi các cột của bảng: hệ thống đọc " + String.join(", ", columns(original)), "giữ nguyên các cột");
            return;
        }
        List<Set<String>> allowed = of(original, "outputValues").map(DecisionTables::values).toList();
        of(table, "rule").forEach(rule -> {
            List<Element> outputs = children(rule, "outputEntry").toList();
            for (int n = 0; n < outputs.size() && n < allowed.size(); n++) {
                if (!allowed.get(n).containsAll(values(outputs.get(n)))) {
                    findings.add(place(file, rule), "có giá trị hệ thống không biết: " + outputs.get(n).getTextContent().strip(),
                            "chọn một trong " + String.join(", ", new java.util.TreeSet<>(allowed.get(n))));
                }
            }
        });
    }

    private static void checkLevels(String file, Document table, Findings findings) {
        Set<String> covered = of(table, "rule").flatMap(rule -> children(rule, "inputEntry").limit(1))
                .flatMap(cell -> values(cell).isEmpty() ? LEVELS.stream() : values(cell).stream()).collect(Collectors.toSet());
        LEVELS.stream().filter(level -> !covered.contains(level)).forEach(level ->
                findings.add(file, "không dòng nào nói về cấp " + level, "thêm dòng cho cấp đó (II.1a, II.2d)"));
    }

    private static Set<String> values(Element cell) {
        return Arrays.stream(cell.getTextContent().strip().split(", ?")).map(value -> value.replace("\"", "").strip())
                .filter(value -> !value.isEmpty() && !value.equals("-")).collect(Collectors.toSet());
    }

    private static String hitPolicy(Document table) {
        return of(table, "decisionTable").map(each -> each.getAttribute("hitPolicy")).findFirst().orElse("");
    }

    private static List<String> columns(Document table) {
        return Stream.concat(of(table, "inputExpression").map(each -> each.getTextContent().strip()),
                of(table, "output").map(each -> each.getAttribute("name"))).toList();
    }

    private static String place(String file, Element element) {
        return file + (element.getAttribute("id").isEmpty() ? ", " + element.getLocalName() : ", ô hoặc dòng (" + element.getAttribute("id") + ")");
    }

    private static Stream<Element> of(Document table, String type) {
        return elements(table).filter(each -> each.getLocalName().equals(type) && each.getNamespaceURI().contains("/MODEL"));
    }

    private static Stream<Element> children(Element parent, String type) {
        return stream(parent.getChildNodes()).filter(each -> each.getLocalName().equals(type));
    }

    private static Stream<Element> elements(Document table) {
        return stream(table.getElementsByTagName("*"));
    }

    private static Stream<Element> stream(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance).map(Element.class::cast);
    }
}
