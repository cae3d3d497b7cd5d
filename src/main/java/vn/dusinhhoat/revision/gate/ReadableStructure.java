package vn.dusinhhoat.revision.gate;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A diagram that officials can read and the engine can keep: ids, names, clauses, every step reachable, all of it drawn. */
@Component
@Order(3)
class ReadableStructure implements DiagramRule {

    private static final Pattern TIME_TO_LIVE = Pattern.compile("P\\d+D");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern GENERATED_ID = Pattern.compile("(?:Activity|Gateway|Event|Flow|Task|SequenceFlow|UserTask|Process)_.*|.*_(?=[a-z0-9]{7}$)[a-z]*\\d+[a-z]+\\d[a-z0-9]*");
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z]*_[A-Za-z0-9_]+");
    /** A clause of the plan or a ruling: "III.1b", "B5". */
    private static final Pattern CLAUSE = Pattern.compile("(?<![\\p{L}\\d])(?:I{1,3}|[ABCD])\\.?\\d");

    @Override
    public void check(Diagram diagram, Findings findings) {
        checkProcess(diagram, findings);
        diagram.nodes().forEach(node -> {
            checkId(diagram, node, findings);
            checkName(diagram, node, findings);
            checkClause(diagram, node, findings);
        });
        diagram.of("sequenceFlow").filter(flow -> flow.getAttribute("name").isBlank()
                        && diagram.byId(flow.getAttribute("sourceRef")).filter(diagram::isQuestion).isPresent())
                .forEach(flow -> findings.add(diagram.place(flow), "mũi tên trả lời câu hỏi chưa có chữ", "ghi câu trả lời trên mũi tên, ví dụ Có, Không"));
        checkWays(diagram, findings);
        checkDrawn(diagram, findings);
    }

    private static void checkProcess(Diagram diagram, Findings findings) {
        List<Element> processes = diagram.processes();
        if (processes.isEmpty()) {
            findings.add(diagram.file(), "tệp không có quy trình nào", "vẽ một quy trình trong tệp");
        }
        processes.forEach(process -> {
            checkPlaceInFile(diagram, process, findings);
            checkProcess(diagram.place(process), process, findings);
        });
    }

    /** A process that only sets another off may stand beside it, in a pool of its own. */
    private static void checkPlaceInFile(Diagram diagram, Element process, Findings findings) {
        String id = process.getAttribute("id");
        String main = diagram.processId();
        if (id.equals(main)) {
            if (!diagram.file().equals(id + ".bpmn")) {
                findings.add(diagram.place(process), "tên tệp khác mã quy trình", "đặt tên tệp là " + id + ".bpmn");
            }
        } else if (!id.startsWith(main + "-")) {
            findings.add(diagram.place(process), "tệp có thêm quy trình không thuộc quy trình " + main,
                    "mỗi tệp chỉ vẽ một quy trình; phần đi kèm đặt mã bắt đầu bằng " + main + "-");
        }
        if (diagram.processes().size() > 1 && diagram.of("participant").noneMatch(pool -> pool.getAttribute("processRef").equals(id))) {
            findings.add(diagram.place(process), "chưa được vẽ trên sơ đồ", "vẽ quy trình này trong một khung riêng");
        }
    }

    private static void checkProcess(String place, Element process, Findings findings) {
        if (!"true".equals(process.getAttribute("isExecutable"))) {
            findings.add(place, "quy trình chưa đánh dấu chạy được", "đánh dấu Executable");
        }
        if (!TIME_TO_LIVE.matcher(Diagram.camunda(process, "historyTimeToLive")).matches()) {
            findings.add(place, "thiếu thời gian lưu lịch sử", "ghi History time to live theo ngày, ví dụ P1825D");
        }
        if (!VERSION.matcher(Diagram.camunda(process, "versionTag")).matches()) {
            findings.add(place, "thiếu số phiên bản", "ghi Version tag dạng 3.1.0");
        }
        if (process.getAttribute("name").isBlank()) {
            findings.add(place, "quy trình chưa có tên", "đặt tên bằng tiếng Việt");
        }
    }

    private static void checkId(Diagram diagram, Element node, Findings findings) {
        String id = node.getAttribute("id");
        if (GENERATED_ID.matcher(id).matches() || !ID.matcher(id).matches()) {
            findings.add(diagram.place(node), "mã phần tử do trình vẽ tự đặt", "đặt mã dạng task_writeReport, timer_limit");
        }
    }

    private static void checkName(Diagram diagram, Element node, Findings findings) {
        String name = node.getAttribute("name");
        if (node.getLocalName().endsWith("Gateway") && !diagram.isQuestion(node)) {
            return;
        }
        if (name.isBlank()) {
            findings.add(diagram.place(node), "chưa có tên", "đặt tên bằng tiếng Việt");
        } else if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            findings.add(diagram.place(node), "tên gõ bằng dấu rời", "gõ lại bằng Unicode dựng sẵn");
        } else if (diagram.isQuestion(node) && !name.endsWith("?")) {
            findings.add(diagram.place(node), "cổng rẽ nhánh không phải câu hỏi", "đặt tên thành câu hỏi, kết thúc bằng dấu ?");
        } else if (name.length() > 120) {
            findings.add(diagram.place(node), "tên dài quá 120 ký tự", "rút gọn tên, ghi phần còn lại vào ghi chú");
        }
    }

    private static void checkClause(Diagram diagram, Element node, Findings findings) {
        if ((Diagram.timer(node).isPresent() || diagram.isQuestion(node)) && !CLAUSE.matcher(Diagram.documentation(node)).find()) {
            findings.add(diagram.place(node), "thiếu ghi chú nêu căn cứ", "ghi mục của kế hoạch, ví dụ III.1b, hoặc quy ước, ví dụ B5");
        }
    }

    /** Every step is reached from a beginning and leads on; only ends lead nowhere. */
    private static void checkWays(Diagram diagram, Findings findings) {
        Set<String> reached = new HashSet<>();
        Deque<Element> waiting = new ArrayDeque<>(diagram.of("startEvent").toList());
        while (!waiting.isEmpty()) {
            Element node = waiting.pop();
            if (reached.add(node.getAttribute("id"))) {
                diagram.outgoing(node).forEach(flow -> diagram.byId(flow.getAttribute("targetRef")).ifPresent(waiting::add));
                diagram.boundaryEvents(node).forEach(waiting::add);
            }
        }
        diagram.nodes().forEach(node -> {
            boolean eventSubprocess = "true".equals(node.getAttribute("triggeredByEvent"));
            if (!eventSubprocess && !reached.contains(node.getAttribute("id"))) {
                findings.add(diagram.place(node), "không có đường nào dẫn tới", "nối mũi tên từ bước trước, hoặc xóa phần tử này");
            }
            if (!eventSubprocess && !Diagram.is(node, "endEvent") && diagram.outgoing(node).findAny().isEmpty()) {
                findings.add(diagram.place(node), "đi tới đây thì không có đường tiếp", "nối mũi tên tới bước sau hoặc điểm kết thúc");
            }
        });
        diagram.of("sequenceFlow").filter(flow -> diagram.byId(flow.getAttribute("sourceRef")).isEmpty()
                        || diagram.byId(flow.getAttribute("targetRef")).isEmpty())
                .forEach(flow -> findings.add(diagram.place(flow), "mũi tên thiếu một đầu", "nối lại hoặc xóa mũi tên"));
    }

    private static void checkDrawn(Diagram diagram, Findings findings) {
        Set<String> drawn = new HashSet<>();
        diagram.all().filter(each -> Diagram.DI.equals(each.getNamespaceURI())).forEach(each -> drawn.add(each.getAttribute("bpmnElement")));
        Stream.concat(diagram.nodes(), diagram.of("participant")).filter(node -> !drawn.contains(node.getAttribute("id")))
                .forEach(node -> findings.add(diagram.place(node), "chưa được vẽ trên sơ đồ", "mở bằng trình vẽ, đặt phần tử này lên sơ đồ rồi lưu lại"));
    }
}
