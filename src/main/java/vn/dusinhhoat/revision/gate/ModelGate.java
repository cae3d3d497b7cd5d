package vn.dusinhhoat.revision.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import vn.dusinhhoat.platform.DeploymentCheck;

/** Looks at a whole deployment: sizes and kinds of its files first, then each model by every rule (row C2, ADR 0008). */
@Component
class ModelGate implements DeploymentCheck {

    private static final int MOST_FILES = 50;
    private static final int LARGEST_FILE = 2 * 1024 * 1024;
    private static final Pattern MODEL = Pattern.compile("[a-z][a-z0-9-]*\\.(?:bpmn|dmn)");
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*\\.html");
    private static final String FORM_KEY = "embedded:deployment:";

    private final List<DiagramRule> rules;
    private final DecisionTables tables;
    private final ReleasedModels released;

    ModelGate(List<DiagramRule> rules, DecisionTables tables, ReleasedModels released) {
        this.rules = rules;
        this.tables = tables;
        this.released = released;
    }

    @Override
    public void check(Map<String, byte[]> resources) {
        Findings findings = new Findings();
        checkFiles(resources, findings);
        findings.refuse();
        new TreeMap<>(resources).forEach((name, content) -> {
            if (name.endsWith(".html")) {
                checkForm(name, content, findings);
            } else {
                SafeXml.read(name, content, findings).ifPresent(document -> {
                    if (name.endsWith(".dmn")) {
                        tables.check(name, document, findings);
                    } else {
                        checkDiagram(new Diagram(name, document), resources, findings);
                    }
                });
            }
        });
        findings.refuse();
    }

    private static void checkFiles(Map<String, byte[]> resources, Findings findings) {
        if (resources.size() > MOST_FILES) {
            findings.add("Bản tải lên", "có " + resources.size() + " tệp, tối đa " + MOST_FILES, "tải lên từng quy trình");
        }
        resources.forEach((name, content) -> {
            if (!MODEL.matcher(name).matches() && !FORM.matcher(name).matches()) {
                findings.add(name.length() > 80 ? name.substring(0, 80) + "…" : name, "loại tệp hoặc tên tệp không được nhận",
                        "chỉ tải lên <mã-quy-trình>.bpmn, <mã-bảng>.dmn và biểu mẫu <mã-quy-trình>/<tên>.html");
            } else if (content.length > LARGEST_FILE) {
                findings.add(name, "tệp lớn " + content.length / 1024 / 1024 + " MB, tối đa 2 MB", "lưu lại sơ đồ bằng trình vẽ, bỏ phần thừa");
            }
        });
    }

    private void checkDiagram(Diagram diagram, Map<String, byte[]> resources, Findings findings) {
        rules.forEach(rule -> rule.check(diagram, findings));
        diagram.all().filter(element -> !Diagram.camunda(element, "formKey").isEmpty())
                .forEach(element -> checkFormKey(diagram, element, resources, findings));
    }

    private static void checkFormKey(Diagram diagram, Element element, Map<String, byte[]> resources, Findings findings) {
        String key = Diagram.camunda(element, "formKey");
        String form = key.startsWith(FORM_KEY) ? key.substring(FORM_KEY.length()) : "";
        if (form.isEmpty()) {
            findings.add(diagram.place(element), "biểu mẫu không nằm trong bản tải lên", "ghi " + FORM_KEY + "<mã-quy-trình>/<tên>.html");
        } else if (!resources.containsKey(form)) {
            findings.add(diagram.place(element), "thiếu tệp biểu mẫu " + form, "tải lên kèm tệp này");
        }
    }

    /** Forms are code that runs in everybody's browser: only those that came with the release. */
    private void checkForm(String name, byte[] content, Findings findings) {
        if (released.form(name).filter(original -> Arrays.equals(original, content)).isEmpty()) {
            findings.add(name, "biểu mẫu khác bản phát hành; biểu mẫu là mã chạy trên máy người dùng", "dùng đúng tệp của bản phát hành; cần thay đổi thì đề nghị duyệt như mã nguồn");
        }
    }
}
