package vn.dusinhhoat.organization;

/** Why a person owes nothing in a span; SUSPENDED is shown without a reason (situation C18). */
public enum ExemptionKind implements Labelled {

    EXEMPT("Miễn công tác, sinh hoạt"), SUSPENDED("Tạm dừng");

    private final String label;

    ExemptionKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
