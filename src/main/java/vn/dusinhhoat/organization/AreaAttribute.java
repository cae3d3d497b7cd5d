package vn.dusinhhoat.organization;

/** An attribute of an area that plans give priority to (ruling A12); seen by planners only. */
public enum AreaAttribute implements Labelled {

    BORDER("Biên giới"), ETHNIC("Vùng đồng bào dân tộc thiểu số"), RELIGIOUS("Vùng đồng bào có đạo"),
    MERGED("Mới sáp nhập"), STRENGTHEN("Chi bộ cần củng cố"), COMPLEX("Địa bàn đặc thù, phức tạp");

    private final String label;

    AreaAttribute(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
