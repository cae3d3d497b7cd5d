package vn.dusinhhoat.planning;

import vn.dusinhhoat.organization.Labelled;

/** What has become of one visit planned. */
public enum LineState implements Labelled {

    DRAFT("Dự thảo"),
    SENT("Đã gửi"),
    AGREED("Nơi có chi bộ đã thống nhất"),
    /** Ruling A6. */
    SILENT_AGREED("Quá thời hạn không có ý kiến, coi như thống nhất"),
    OTHER_DATE("Nơi có chi bộ đề nghị ngày khác"),
    IN_FORCE("Đã thống nhất, đang thực hiện"),
    REPLACED("Đã điều chỉnh"),
    ENDED("Đã kết thúc, không thực hiện");

    private final String label;

    LineState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether the visit is not made as planned here any more. */
    boolean isGone() {
        return this == REPLACED || this == ENDED;
    }
}
