package vn.dusinhhoat.access.codes;

/** What a clerk sees of an account. */
public enum AccountState {

    /** Nobody can log in yet. */
    NO_CODE("Chưa cấp mã"),
    CODE_ISSUED("Đã cấp mã"),
    ACTIVE("Đang sử dụng"),
    /** After repeated wrong passwords; a new code or the clerk unlocks. */
    LOCKED("Đang khóa");

    private final String label;

    AccountState(String label) {
        this.label = label;
    }

    /** Vietnamese. */
    public String label() {
        return label;
    }
}
