package vn.dusinhhoat.sample;

/** Made-up people: the n-th name is always the same, so that every start of the sample shows the same province. */
final class SampleNames {

    private static final String[] FAMILY = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Hồ",
        "Cao", "Đinh", "Lương", "Vi", "Lô", "Thái"};
    private static final String[] MIDDLE = {"Văn", "Thị", "Đức", "Hữu", "Xuân", "Thanh", "Minh", "Quang", "Hồng", "Ngọc"};
    private static final String[] GIVEN = {"An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hải", "Hạnh", "Hiền", "Hùng",
        "Hương", "Khánh", "Lan", "Long", "Mai", "Nam", "Nga", "Phúc", "Quỳnh", "Sơn", "Tâm", "Thảo", "Thủy", "Tiến",
        "Trung", "Tuấn", "Vân", "Việt", "Yến"};

    private SampleNames() {
    }

    /** The name of the n-th person. */
    static String fullName(int n) {
        return FAMILY[n % FAMILY.length] + " " + MIDDLE[(n / 3) % MIDDLE.length] + " " + GIVEN[(n * 7) % GIVEN.length];
    }
}
