package vn.dusinhhoat.template.plan;

import java.time.LocalDateTime;
import java.util.List;
import vn.dusinhhoat.template.DocumentFrame;
import vn.dusinhhoat.template.Letterhead;
import vn.dusinhhoat.template.PlanDocument;
import vn.dusinhhoat.template.PlannedCell;
import vn.dusinhhoat.template.PlannedVisit;
import vn.dusinhhoat.template.Recipients;
import vn.dusinhhoat.template.Signature;

/** Plans to try a layout with: between them they reach every part that a layout of a plan may have. */
public final class PlanSamples {

    private static final int YEAR = 2026;

    private PlanSamples() {
    }

    /** A draft in which there is something of everything. */
    public static PlanDocument full() {
        PlannedCell cell = new PlannedCell("1", "Chi bộ xóm 1", "Đảng ủy xã Kim Liên", true);
        PlannedVisit visit = new PlannedVisit("1", "Nguyễn Văn An", "Ủy viên", "Quý I", LocalDateTime.of(YEAR, 3, 3, 19, 30), cell, "Thường kỳ");
        return new PlanDocument(frame("Tỉnh ủy Nghệ An", Signature.Authority.ON_BEHALF, List.of("Ban Tổ chức Trung ương"), true), YEAR,
                List.of("Mở đầu"), List.of(visit), List.of(cell), List.of("Tổ chức"), true);
    }

    /** A plan in force in which every list is empty. */
    public static PlanDocument empty() {
        return new PlanDocument(frame("", Signature.Authority.OWN, List.of(), false), YEAR, List.of(), List.of(), List.of(), List.of(), false);
    }

    private static DocumentFrame frame(String superior, Signature.Authority authority, List<String> recipients, boolean draft) {
        Letterhead head = new Letterhead(superior, "Đảng ủy xã Kim Liên", "12", "KH/ĐU", "Kim Liên", null);
        return new DocumentFrame(head, "Kế hoạch", "Dự sinh hoạt chi bộ", new Signature(authority, "Ban Thường vụ", "Bí thư", ""),
                new Recipients(recipients, "Lưu Văn phòng"), draft);
    }
}
