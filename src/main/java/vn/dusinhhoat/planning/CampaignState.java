package vn.dusinhhoat.planning;

import vn.dusinhhoat.organization.Labelled;

/** How far the plan of a level has come. */
public enum CampaignState implements Labelled {

    WRITING("Các đồng chí đang xây dựng kế hoạch"),
    CHECKING("Ban tổ chức đang rà soát"),
    COORDINATING("Đang lấy ý kiến nơi có chi bộ"),
    REVISING("Các đồng chí đang hoàn thiện theo ý kiến"),
    CONSOLIDATING("Đang tổng hợp kế hoạch chung"),
    OPINION("Trình Thường trực cấp ủy cho ý kiến"),
    IN_FORCE("Đã thống nhất, đang thực hiện"),
    /** Thường trực never said anything: nothing is put into force by silence, the rotation goes on (ruling A6). */
    NO_OPINION("Chưa có ý kiến của Thường trực: thực hiện theo luân phiên"),
    ENDED("Đã kết thúc, không thực hiện");

    private final String label;

    CampaignState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether it is still on its road. */
    boolean isOpen() {
        return this != IN_FORCE && this != NO_OPINION && this != ENDED;
    }
}
