package vn.dusinhhoat.template;

import java.util.List;

/**
 * A level's consolidated plan for a year (III.1a, III.5b).
 *
 * @param frame         what stands around it
 * @param year          the year it is for
 * @param introduction  paragraphs before the first heading: on what it is grounded
 * @param visits        its lines, in any order
 * @param cells         every residential cell that could be visited, for the figures; those of the lines need not be among them
 * @param arrangements  paragraphs of the last part, "Tổ chức thực hiện"
 * @param specialShown  whether special areas are told from others: true for planners, false in copies for hosts
 */
public record PlanDocument(DocumentFrame frame, int year, List<String> introduction, List<PlannedVisit> visits, List<PlannedCell> cells,
                           List<String> arrangements, boolean specialShown) {

    public PlanDocument {
        introduction = List.copyOf(introduction);
        visits = List.copyOf(visits);
        cells = List.copyOf(cells);
        arrangements = List.copyOf(arrangements);
    }
}
