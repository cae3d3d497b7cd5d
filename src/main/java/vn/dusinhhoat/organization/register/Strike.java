package vn.dusinhhoat.organization.register;

import vn.dusinhhoat.organization.Labelled;

/** Mark on a line that was recorded by mistake: the line is taken back as if it had never been. */
enum Strike implements Labelled {

    STRIKE("Bỏ");

    private final String label;

    Strike(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
