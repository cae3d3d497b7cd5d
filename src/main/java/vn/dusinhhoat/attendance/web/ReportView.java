package vn.dusinhhoat.attendance.web;

import java.util.List;
import vn.dusinhhoat.attendance.ReportAnswers;

/**
 * A report as the forms show it; times are Vietnamese texts, ready to be shown.
 *
 * @param user        who is asking
 * @param mine        whether the task is assigned to them
 * @param visitor     full name of the visitor
 * @param cell        visited cell
 * @param commune     unit above the cell
 * @param meetingAt   start of the meeting
 * @param limitReason sentence that explains the limit
 * @param late        whether the limit has passed without a report
 * @param receiver    body that receives the report
 * @param state       label of the state
 * @param submittedAt when it was sent; null before
 * @param savedAt     when the draft was last saved; null before
 * @param version     version of the draft
 * @param request     what the receiver asks to be added; null when nothing is asked
 * @param story       what has happened so far, oldest first
 */
record ReportView(String user, boolean mine, String visitor, String cell, String commune, String meetingAt,
                  String limitReason, boolean late, String receiver, String state, String submittedAt, String savedAt, int version,
                  ReportAnswers answers, String remark, String request, List<Fact> story) {

    /** One line of the story. */
    record Fact(String at, String text) {
    }
}
