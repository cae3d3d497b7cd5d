package vn.dusinhhoat.organization;

import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.RuleViolation;

/** On which day of the month a cell usually meets. */
@Service
public class MeetingRules {

    private final JdbcClient sql;

    MeetingRules(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The cell meets on another day of the month from now on (situation C23).
     *
     * @param day  1 to 31; in shorter months the last day
     * @param time start, in Vietnam
     * @throws RuleViolation when there is no such day
     */
    @Transactional
    public void change(Long cellId, int day, LocalTime time) {
        if (day < 1 || day > 31 || time == null) {
            throw new RuleViolation("Đề nghị đồng chí ghi ngày sinh hoạt cố định từ 1 đến 31 và giờ bắt đầu.");
        }
        sql.sql("update party_unit set meeting_day = ?, meeting_time = ? where id = ? and level = 'CELL'").params(day, time, cellId).update();
    }
}
