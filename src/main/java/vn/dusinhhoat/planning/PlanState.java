package vn.dusinhhoat.planning;

import vn.dusinhhoat.organization.Labelled;

/** How far one member's plan has come. */
public enum PlanState implements Labelled {

    DRAFT("Dự thảo"),
    SENT("Đã gửi ban tổ chức"),
    TO_SUPPLEMENT("Đề nghị bổ sung"),
    TO_REVISE("Hoàn thiện theo ý kiến nơi có chi bộ"),
    IN_FORCE("Đã thống nhất, đang thực hiện"),
    NOT_SENT("Không gửi kế hoạch: hệ thống xếp lịch luân phiên"),
    /** Of Thường trực: the rotation goes on (ruling A6). */
    NO_OPINION("Chưa có ý kiến của Thường trực: thực hiện theo luân phiên"),
    ENDED("Đã kết thúc, không thực hiện");

    private final String label;

    PlanState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether its member may change lines now. */
    public boolean isOpen() {
        return this == DRAFT || this == TO_SUPPLEMENT || this == TO_REVISE;
    }
}
