package vn.dusinhhoat.platform;

/** Decisions that come from forms as text. */
public final class Decisions {

    private Decisions() {
    }

    /**
     * The decision that a form has given.
     *
     * @throws RuleViolation when it is none of these
     */
    public static <E extends Enum<E>> E of(Class<E> decisions, Object given) {
        for (E decision : decisions.getEnumConstants()) {
            if (decision.name().equals(given)) {
                return decision;
            }
        }
        throw undecided();
    }

    /** What is said when a task was completed by no button of its form. */
    public static RuleViolation undecided() {
        return new RuleViolation("Chưa rõ quyết định: mở lại việc này và bấm một trong các nút của biểu mẫu.");
    }
}
