package vn.dusinhhoat.attendance;

/**
 * The answers of the report form exactly as typed, complete or not: a draft keeps what is wrong as well.
 *
 * @param meetingKind     one of {@link MeetingKind}
 * @param startedAt       "HH:mm"
 * @param endedAt         "HH:mm"
 * @param present         members present
 * @param required        members who have to be present, exempted members not counted
 * @param ownScore        the cell's own score, one of {@link CellScore}
 * @param recommendations "YES" or "NO": whether the cell made recommendations
 * @param summary         the visitor's account; opinions and recommendations included
 */
public record ReportAnswers(String meetingKind, String startedAt, String endedAt, String present, String required,
                            String ownScore, String recommendations, String summary) {

    public static final ReportAnswers EMPTY = new ReportAnswers(null, null, null, null, null, null, null, null);

    /**
     * What everybody at the meeting knows, without what the visitor wrote about it.
     *
     * @param instead one sentence in the place of the account
     */
    ReportAnswers factsOfMeeting(String instead) {
        return new ReportAnswers(meetingKind, startedAt, endedAt, present, required, ownScore, "NO", instead);
    }

    /** Kinds of meeting (labels of the user interface). */
    public enum MeetingKind { REGULAR, THEMATIC, COMBINED }

    /** The cell's own score of the meeting. */
    public enum CellScore { NONE, GOOD, FAIR, AVERAGE, POOR }
}
