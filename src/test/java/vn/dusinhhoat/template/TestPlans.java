package vn.dusinhhoat.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** Plans of made-up members and cells, and the documents made of them with the words and layouts as shipped. */
final class TestPlans {

    static final int YEAR = 2027;
    static final Issuer PROVINCE = new Issuer(Issuer.Level.PROVINCE, "Tỉnh ủy Nghệ An", "", "Nghệ An");
    static final Issuer DISTRICT = new Issuer(Issuer.Level.DISTRICT, "Huyện ủy Nam Đàn", "Tỉnh ủy Nghệ An", "Nam Đàn");
    static final Issuer COMMUNE = new Issuer(Issuer.Level.COMMUNE, "Đảng ủy xã Kim Liên", "Tỉnh ủy Nghệ An", "Kim Liên");

    private static final List<String> COMMUNES = List.of("xã Kim Liên", "xã Vạn An", "phường Trường Vinh", "xã Mường Lống", "xã Đông Hiếu",
            "phường Cửa Lò", "xã Quỳ Hợp", "xã Yên Thành");
    private static final List<String> NAMES = List.of("Nguyễn Thị Hồng Nhung", "Hoàng Đình Thắng", "Lô Văn Thái", "Vi Thị Mỵ",
            "Trần Quốc Khánh", "Lê Thị Thủy", "Phan Đình Đạt", "Cụt Thị Nguyệt");
    private static final List<String> POSTS = List.of("Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy", "Ủy viên Ban Chấp hành Đảng bộ tỉnh",
            "Tỉnh ủy viên, Bí thư Đảng ủy xã Yên Thành");
    private static final List<String> THEMES = List.of("Thường kỳ", "Chuyên đề: Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "");

    private TestPlans() {
    }

    static DocumentProperties words(Map<String, Object> own) {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            sources.addLast(new MapPropertySource("own", own));
            new YamlPropertySourceLoader().load("shipped", new ClassPathResource("layouts/words.yml")).forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources)).bind("dusinhhoat.documents", DocumentProperties.class).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentFrames frames() {
        return new DocumentFrames(words(Map.of()));
    }

    static PlanDocuments documents() {
        return new PlanDocuments(new Layouts(words(Map.of())));
    }

    static PlanDocuments documentsWith(Path folder) {
        return new PlanDocuments(new Layouts(words(Map.of("dusinhhoat.documents.layouts", folder.toString()))));
    }

    /** A draft of a plan in which each member goes so many times, over the whole year; a quarter of the cells is special. */
    static PlanDocument draft(Issuer issuer, int members, int visitsEach) {
        List<PlannedCell> cells = cells(Math.max(members * visitsEach * 2, 8));
        List<PlannedVisit> visits = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            for (int visit = 0; visit < visitsEach; visit++) {
                int number = member * visitsEach + visit;
                LocalDateTime at = LocalDate.of(YEAR, 1 + number % 12, 3 + number % 20).atTime(19, number % 2 == 0 ? 30 : 0);
                visits.add(new PlannedVisit("m" + member, NAMES.get(member % NAMES.size()), POSTS.get(member % POSTS.size()),
                        visit == 0 ? "6 tháng đầu năm " + YEAR : "6 tháng cuối năm " + YEAR, at, cells.get(number * 2), THEMES.get(number % THEMES.size())));
            }
        }
        return of(issuer, visits, cells);
    }

    static PlanDocument of(Issuer issuer, List<PlannedVisit> visits, List<PlannedCell> cells) {
        return new PlanDocument(frames().plan(issuer, YEAR), YEAR, frames().planIntroduction(issuer, YEAR), visits, cells,
                frames().planArrangements(issuer, YEAR), true);
    }

    static List<PlannedCell> cells(int count) {
        return IntStream.range(0, count).mapToObj(number -> new PlannedCell("c" + number, "Chi bộ xóm " + (number + 1),
                "Đảng ủy " + COMMUNES.get(number % COMMUNES.size()), number % 8 < 2)).toList();
    }

    static PlannedVisit visit(String member, PlannedCell cell, LocalDateTime at, String theme) {
        return new PlannedVisit(member, member, POSTS.get(1), "6 tháng đầu năm " + YEAR, at, cell, theme);
    }

    static PlanDocument inForce(PlanDocument draft) {
        return with(draft, draft.frame().issued("12", LocalDate.of(2026, 12, 3)).signedBy("Phó Bí thư Thường trực", "Hoàng Nghĩa Hiếu"));
    }

    static PlanDocument with(PlanDocument plan, DocumentFrame frame) {
        return new PlanDocument(frame, plan.year(), plan.introduction(), plan.visits(), plan.cells(), plan.arrangements(), plan.specialShown());
    }

    static PlanDocument forHosts(PlanDocument plan) {
        return new PlanDocument(plan.frame(), plan.year(), plan.introduction(), plan.visits(), plan.cells(), plan.arrangements(), false);
    }

    static byte[] word(PlanDocument plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        documents().word(plan, out);
        return out.toByteArray();
    }

    static XWPFDocument opened(PlanDocument plan) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(word(plan)));
    }

    static byte[] excel(PlanDocument plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        documents().excel(plan, out);
        return out.toByteArray();
    }
}
