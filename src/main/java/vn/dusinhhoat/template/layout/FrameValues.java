package vn.dusinhhoat.template.layout;

import java.util.Locale;
import vn.dusinhhoat.template.DocumentDates;
import vn.dusinhhoat.template.DocumentFrame;
import vn.dusinhhoat.template.Letterhead;
import vn.dusinhhoat.template.Recipients;
import vn.dusinhhoat.template.Signature;

/** What stands around the content of every document, by the names that all layouts share. */
public final class FrameValues {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String BLANK_NUMBER = "\u00A0".repeat(8);

    private FrameValues() {
    }

    /** Values of heading, title, signature and recipients; those of the content go beside them. */
    public static Values of(DocumentFrame frame) {
        Values values = new Values();
        heading(frame.letterhead(), values);
        signature(frame.signature(), values);
        recipients(frame.recipients(), values);
        return values.text("Tên loại", capitals(frame.type())).text("Trích yếu", frame.summary())
                .shown("Dự thảo", frame.draft());
    }

    private static void heading(Letterhead head, Values values) {
        String superior = capitals(head.superiorBody());
        values.shown("Có cơ quan cấp trên", !superior.isBlank()).text("Cơ quan cấp trên", superior)
                .text("Cơ quan ban hành", capitals(head.issuingBody()))
                .text("Số, ký hiệu", (isBlank(head.number()) ? BLANK_NUMBER : head.number()) + "-" + head.symbol())
                .text("Địa danh", head.place()).text("Ngày ban hành", DocumentDates.day(head.date()));
    }

    private static void signature(Signature signature, Values values) {
        boolean own = signature.authority() == Signature.Authority.OWN;
        values.shown("Ký thay mặt", !own)
                .text("Quyền hạn ký", own ? "" : signature.authority().mark() + " " + capitals(signature.principal()))
                .text("Chức vụ người ký", capitals(signature.post())).text("Họ tên người ký", signature.signer());
    }

    private static void recipients(Recipients recipients, Values values) {
        values.paragraphs("Nơi nhận", "Tên nơi nhận", recipients.to()).text("Nơi lưu", recipients.archive());
    }

    private static String capitals(String text) {
        return text == null ? "" : text.toUpperCase(VIETNAMESE);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
