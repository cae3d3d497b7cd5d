package vn.dusinhhoat.attendance.web;

import java.util.List;
import java.util.Map;
import vn.dusinhhoat.attendance.JointReports;
import vn.dusinhhoat.attendance.files.ReportFile;
import vn.dusinhhoat.attendance.form.FormDefinition;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.attendance.form.ScoreRubric;

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
 * @param others      reports about the same meeting that this one may share (situation C3)
 * @param drafter     name of the assistant whose draft waits for the visitor; else null
 * @param paper       number and day of the paper; null when there is none
 * @param joint       whether somebody else of the delegation wrote it
 * @param correction  whether a received report is being corrected
 * @param sendButton  words of the button that sends it
 * @param form        what is asked and what is read; null for whoever may not read the report
 * @param story       what has happened so far, oldest first
 */
record ReportView(String user, boolean mine, String visitor, String cell, String commune, String meetingAt,
                  String limitReason, boolean late, String receiver, String state, String submittedAt, String savedAt, int version,
                  FormView form, ReportAnswers answers, String remark, String request, List<JointReports.Other> others,
                  String drafter, String paper, boolean joint, boolean correction, String sendButton, List<Fact> story) {

    /**
     * The form of the report and what belongs to it.
     *
     * @param prefill first answers, while nothing was saved
     * @param scores  sum and level by score field
     */
    record FormView(FormDefinition definition, Map<String, ScoreRubric.Sheet> sheets, ReportAnswers prefill,
                    Map<String, ScoreRubric.Score> scores, List<ReportFile> files) {
    }

    /**
     * One line of the story.
     *
     * @param who full name of who did it, "Hệ thống" when nobody did
     */
    record Fact(String at, String who, String text) {
    }
}
