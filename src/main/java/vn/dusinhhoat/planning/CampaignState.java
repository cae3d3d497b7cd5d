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
    ENDED("Kết thúc do thay đổi nhiệm vụ, tổ chức");

    private final String label;

    CampaignState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
