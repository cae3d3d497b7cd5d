package vn.dusinhhoat.supervision;

/**
 * A task that something is done about.
 *
 * @param process   id of its process
 * @param element   id on the diagram
 * @param subjectId business key of its case; null where it has none
 */
public record WatchedTask(String taskId, String process, String element, Long subjectId) {

    static WatchedTask of(BoardView.RowView view, BoardTables.Row row) {
        return new WatchedTask(row.taskId(), view.process(), view.element(), row.subjectId());
    }
}
