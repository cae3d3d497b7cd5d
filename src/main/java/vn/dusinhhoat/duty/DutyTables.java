package vn.dusinhhoat.duty;

import java.util.List;

/** The decision tables that come with the release: the plan's own, and those of other provinces (ruling A1). */
public interface DutyTables {

    /**
     * One of them.
     *
     * @param name    Vietnamese
     * @param inForce whether it is the one that counts now
     */
    record Table(String id, String name, boolean inForce) {
    }

    List<Table> all();

    /**
     * Puts the table in force in the caller's name; periods that are open stay as they are.
     *
     * @throws vn.dusinhhoat.platform.RuleViolation when there is no such table
     */
    void putInForce(String id);
}
