package vn.dusinhhoat.platform.web;

import static vn.dusinhhoat.platform.web.HostileWard.BOARD;
import static vn.dusinhhoat.platform.web.HostileWard.OFFICE;
import static vn.dusinhhoat.platform.web.HostileWard.RECEIVER;
import static vn.dusinhhoat.platform.web.HostileWard.VISITOR;
import static vn.dusinhhoat.platform.web.HostileWard.WARD;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.WebappSession;

/** How the texts of annual plans are sent, and where they are kept. */
class PlanTexts {

    private final HostileWard ward;
    private final JdbcClient sql;

    PlanTexts(HostileWard ward, JdbcClient sql) {
        this.ward = ward;
        this.sql = sql;
    }

    Map<String, Supplier<TextRow>> rows() {
        String api = "/camunda/api/plans";
        return Map.ofEntries(
                Map.entry("MemberPlans.Typed.theme", () -> {
                    long line = line("WRITING", "DRAFT");
                    return plan("nội dung dự kiến", VISITOR, "PUT", api + "/" + planOf(line), "\"lines\":[{\"id\":" + line + ",\"theme\":%s}]",
                            "select theme from plan_line where id = " + line, "select row_version from member_plan where id = " + planOf(line));
                }),
                Map.entry("PlanController.Comments.comment", () -> {
                    long line = line("CHECKING", "SENT");
                    return plan("ý kiến", BOARD, "PUT", api + "/" + planOf(line) + "/comments", "\"comment\":%s",
                            "select board_comment from member_plan where id = " + planOf(line), "select row_version from member_plan where id = " + planOf(line));
                }),
                Map.entry("BoardSteps.LineComment.comment", () -> {
                    long line = line("CHECKING", "SENT");
                    return plan("ý kiến", BOARD, "PUT", api + "/" + planOf(line) + "/comments", "\"lines\":[{\"id\":" + line + ",\"comment\":%s}]",
                            "select board_comment from plan_line where id = " + line, "select row_version from member_plan where id = " + planOf(line));
                }),
                Map.entry("HostAgreements.TypedAnswer.note", () -> {
                    long line = line("COORDINATING", "SENT");
                    long request = sql.sql("select host_request_id from plan_line where id = ?").param(line).query(Long.class).single();
                    return plan("ý kiến", OFFICE, "PUT", api + "/requests/" + request, "\"lines\":[{\"id\":" + line + ",\"note\":%s}]",
                            "select host_note from plan_line where id = " + line, "select row_version from host_request where id = " + request);
                }),
                Map.entry("PlanController.Wanted.reason", () -> {
                    long line = line("IN_FORCE", "IN_FORCE");
                    return ward.row("lý do điều chỉnh", VISITOR, "POST", api + "/" + planOf(line) + "/amendments", "{\"lines\":[" + line + "],\"reason\":%s}",
                            "select reason from plan_campaign order by id desc limit 1");
                }),
                Map.entry("CampaignController.Reason.reason", () -> {
                    long campaign = campaignOf(line("WRITING", "DRAFT"));
                    return ward.row("lý do", BOARD, "POST", api + "/campaigns/" + campaign + "/end", "{\"reason\":%s}",
                            "select detail from plan_event where kind = 'ENDED' and plan_id is null and campaign_id = " + campaign);
                }),
                Map.entry("CampaignController.Note.note", () -> {
                    long campaign = campaignOf(line("OPINION", "SENT"));
                    return ward.row("nội dung ý kiến", RECEIVER, "PUT", api + "/campaigns/" + campaign + "/opinion", "{\"note\":%s}",
                            "select opinion_note from plan_campaign where id = " + campaign);
                }),
                Map.entry("CampaignController.Opening.unit", () -> ward.row("đơn vị", BOARD, "POST", api + "/campaigns", "{\"unit\":%s,\"year\":2031}", null)));
    }

    /** With the version that is true when it is sent. */
    private TextRow plan(String called, String user, String method, String address, String body, String kept, String version) {
        WebappSession session = ward.login(user);
        return new TextRow(called, json -> session.send(method, address, "{\"version\":" + sql.sql(version).query(Long.class).single() + ","
                + body.replace("%s", json) + "}"), () -> sql.sql(kept).query(String.class).single());
    }

    /** A plan of the ward's visitor with one line, as the tables keep it. */
    private long line(String campaignState, String state) {
        Long campaign = sql.sql("""
                insert into plan_campaign (unit_id, year, kind, state, reason, started_at)
                select id, 2031, 'AMENDMENT', ?, 'Thử', now() from party_unit where code = ? returning id""").params(campaignState, WARD)
                .query(Long.class).single();
        Long plan = sql.sql("insert into member_plan (campaign_id, person_id, state) select ?, id, ? from person where user_id = ? returning id")
                .params(campaign, state, VISITOR).query(Long.class).single();
        Long request = sql.sql("""
                insert into host_request (campaign_id, unit_id, round, state, asked_at)
                select ?, id, 1, 'ASKED', now() from party_unit where code = ? returning id""").params(campaign, WARD).query(Long.class).single();
        return sql.sql("""
                insert into plan_line (plan_id, cadence, first_day, cell_id, meeting_at, state, host_request_id)
                values (?, 'MONTHLY', date '2031-02-01', ?, timestamptz '2031-02-03 12:30Z', ?, ?) returning id""")
                .params(plan, ward.cell(), state, request).query(Long.class).single();
    }

    private long planOf(long line) {
        return sql.sql("select plan_id from plan_line where id = ?").param(line).query(Long.class).single();
    }

    private long campaignOf(long line) {
        return sql.sql("select campaign_id from member_plan where id = ?").param(planOf(line)).query(Long.class).single();
    }
}
