package vn.dusinhhoat.organization;

/** Kinds of addressees without accounts that recommendations are sent to (ruling A8). */
public enum AddresseeKind implements Labelled {

    PEOPLES_COMMITTEE("Ủy ban nhân dân"), DEPARTMENT("Sở, ngành"), FATHERLAND_FRONT("Mặt trận Tổ quốc"),
    MASS_ORGANISATION("Đoàn thể"), ENTERPRISE("Doanh nghiệp, đơn vị sự nghiệp"), OTHER("Nơi khác");

    private final String label;

    AddresseeKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
