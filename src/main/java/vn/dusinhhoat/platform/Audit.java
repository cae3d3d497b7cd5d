package vn.dusinhhoat.platform;

/**
 * What is written down for ever about who did what and who read what (rows D1, D2): beside the engine's operation log,
 * which knows no reads and no logins and is cleaned up. Entries hold ids only, never a name, a text or a file's name.
 */
public interface Audit {

    /** What an entry is about. */
    enum Kind {
        LOGIN, LOGOUT, REFUSAL, READ, DEPLOYMENT, RIGHTS_CHANGE, ENGINE_CHANGE, ORGANIZATION_CHANGE, CALENDAR_CHANGE,
        LIMIT_EXTENSION, SUPERVISION, CODE_ISSUED, ACCOUNT_UNLOCKED
    }

    /**
     * One entry.
     *
     * @param actor       user id; null when nobody was logged in
     * @param subjectType what it was done to: "visit", "account", "deployment"…; null when to nothing in particular
     * @param subjectId   its id
     * @param refused     whether it was not allowed
     * @param detail      ids, codes of our own and path templates; null when there is nothing to add
     */
    record Entry(Kind kind, String actor, String subjectType, String subjectId, boolean refused, String detail) {

        /** Something that was done. */
        public static Entry done(Kind kind, String actor, String subjectType, Object subjectId, String detail) {
            return new Entry(kind, actor, subjectType, subjectId == null ? null : subjectId.toString(), false, detail);
        }

        /** Something that was not allowed. */
        public static Entry refused(Kind kind, String actor, String subjectType, Object subjectId, String detail) {
            return new Entry(kind, actor, subjectType, subjectId == null ? null : subjectId.toString(), true, detail);
        }
    }

    /**
     * Writes at once, whatever becomes of the caller's own work.
     *
     * @throws RuntimeException when it cannot be written
     */
    void record(Entry entry);

    /** Writes in the transaction of the change itself: neither is ever there without the other. */
    void recordWithChange(Entry entry);

    /**
     * Names what the present request reads. Written as {@link Kind#READ} before the answer goes out; an answer that
     * cannot be written down is not given. Needs {@link AuditedRead} at the endpoint.
     */
    void reading(String subjectType, Object subjectId, String detail);
}
