package vn.dusinhhoat.attendance;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.TimeZones;

/** Visits of people of the sample province. */
@TestComponent
public class VisitFixture {

    public static final LocalDate FRIDAY = LocalDate.of(2026, 4, 3);
    public static final String COMMUNE = "17971";
    public static final String COMMUNE_WORKER = "canboxa";
    public static final String COMMUNE_RECEIVER = "thuongtrucxa";
    public static final String PROVINCE_MEMBER = "tinhuyvien";
    public static final String PROVINCE_RECEIVER = "thuongtructinh";

    /** The six answers; change one with {@link ReportAnswers#with}. */
    public static final ReportAnswers COMPLETE = ReportAnswers.EMPTY.with("meetingKind", "REGULAR").with("startedAt", "19:30")
            .with("endedAt", "21:05").with("present", "37").with("required", "40").with("ownScore", "NONE")
            .with("recommendations", "NO").with("summary", "Chi bộ họp đúng giờ; đề nghị sửa đường liên xóm.");

    private static final AtomicLong NEXT = new AtomicLong(1);

    private final Visits visits;
    private final Reports reports;
    private final Organization organization;
    private final JdbcClient sql;

    VisitFixture(Visits visits, Reports reports, Organization organization, JdbcClient sql) {
        this.visits = visits;
        this.reports = reports;
        this.organization = organization;
        this.sql = sql;
    }

    /** Schedules a visit at 19:30 in a cell of the commune that is not the visitor's own. */
    public Visit visitOf(String userId, LocalDate day) {
        return visitOf(userId, cell(2), day);
    }

    /** The same in a cell of one's own choice. */
    public Visit visitOf(String userId, LocalDate day, String cellCode) {
        return visitOf(userId, organization.unitByCode(cellCode).orElseThrow().id(), day);
    }

    public Visit visitOf(String userId, Long cellId, LocalDate day) {
        return visits.schedule(personId(userId), cellId, day.atTime(LocalTime.of(19, 30))
                .atZone(TimeZones.VIETNAM).toInstant());
    }

    public Long personId(String userId) {
        return organization.personOfUser(userId).orElseThrow().id();
    }

    public Long cell(int n) {
        return organization.unitByCode(COMMUNE + "-" + n).orElseThrow().id();
    }

    public Visit reload(Visit visit) {
        return visits.get(visit.id());
    }

    public Report reportOf(Visit visit) {
        return reports.find(visit.id()).orElseThrow();
    }

    public void fillIn(Visit visit, ReportAnswers answers) {
        reports.saveDraft(visit.id(), reportOf(visit).draftVersion(), answers);
    }

    /** A person without posts, at home in the first cell of the commune. */
    public String newPerson() {
        String userId = "thu-nghiem-" + NEXT.getAndIncrement();
        sql.sql("insert into person (code, full_name, user_id, home_cell_id) values (?, 'Đồng chí Thử Nghiệm', ?, ?)")
                .params(userId, userId, cell(1)).update();
        return userId;
    }

    /** A new Party member working at the commune, with the account and the group that an import would give. */
    public String newWorker() {
        String person = newPerson();
        post(person, COMMUNE, "COMMUNE_WORKER");
        sql.sql("insert into act_id_user (id_, rev_) values (?, 1)").param(person).update();
        sql.sql("insert into account (user_id, person_id, created_at, activated_at) values (?, ?, now(), now())")
                .params(person, personId(person)).update();
        sql.sql("insert into act_id_membership (user_id_, group_id_) values (?, ?)").params(person, "dangbo-" + COMMUNE).update();
        return person;
    }

    public void post(String userId, String unitCode, String kind) {
        sql.sql("""
                insert into post (person_id, unit_id, kind, title, valid_from)
                values (?, ?, ?, 'Chức vụ thử', date '2025-07-01')""")
                .params(personId(userId), organization.unitByCode(unitCode).orElseThrow().id(), kind).update();
    }
}
