package vn.dusinhhoat.supervision;

import java.util.Set;

/**
 * A kind of work that may be late.
 *
 * @param code    as in requests: "REPORT"
 * @param label   Vietnamese
 * @param process id of the process
 * @param element id of the task on its diagram
 * @param actions what staff may do about it, beside handing a body's task over
 */
public record WatchedKind(String code, String label, String process, String element, Set<BoardAction> actions) {
}
