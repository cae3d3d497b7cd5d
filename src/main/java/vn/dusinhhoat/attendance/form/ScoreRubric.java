package vn.dusinhhoat.attendance.form;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a visitor scores a meeting (II.1e; the second column of the sheet, beside the cell's own score).
 *
 * @param levels highest first
 * @param sheets by name: one for regular, one for thematic meetings
 * @throws IllegalArgumentException from the constructor when levels or points do not fit together
 */
public record ScoreRubric(List<Level> levels, Map<String, Sheet> sheets) {

    private static final int FULL_SCORE = 100;

    /**
     * A level of quality.
     *
     * @param from least points, of 100
     */
    public record Level(int from, String code, String label) {
    }

    /** The criteria of one kind of meeting; full points of all together are 100. */
    public record Sheet(String title, List<Criterion> criteria) {
    }

    /** What is scored, with at most how many points. */
    public record Criterion(String name, String label, int most) {
    }

    /** Points of all criteria, and the level they make. */
    public record Score(BigDecimal points, String level) {
    }

    public ScoreRubric {
        levels = List.copyOf(levels);
        sheets = Map.copyOf(sheets);
        for (int each = 1; each < levels.size(); each++) {
            require(levels.get(each).from() < levels.get(each - 1).from(), "levels go down");
        }
        require(!levels.isEmpty() && levels.get(levels.size() - 1).from() == 0, "the last level begins at 0");
        sheets.forEach((name, sheet) -> {
            Set<String> names = new HashSet<>();
            require(sheet.criteria().stream().allMatch(each -> each.most() > 0 && names.add(each.name())), name + ": criteria");
            require(sheet.criteria().stream().mapToInt(Criterion::most).sum() == FULL_SCORE, name + " makes " + FULL_SCORE);
        });
    }

    boolean knows(String criterion) {
        return sheets.values().stream().flatMap(sheet -> sheet.criteria().stream()).anyMatch(each -> each.name().equals(criterion));
    }

    Score score(BigDecimal points) {
        Level reached = levels.stream().filter(level -> points.compareTo(BigDecimal.valueOf(level.from())) >= 0)
                .findFirst().orElseThrow();
        return new Score(points, reached.label());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("A rubric does not hold: " + rule);
        }
    }
}
