package vn.dusinhhoat.planning;

import vn.dusinhhoat.organization.Labelled;

/** What a campaign is about; both take the same road. */
public enum CampaignKind implements Labelled {

    ANNUAL("Kế hoạch năm"),
    /** Some lines only, because somebody or something has changed in the middle of the year. */
    AMENDMENT("Điều chỉnh kế hoạch");

    private final String label;

    CampaignKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
