package vn.dusinhhoat.duty.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Duty;
import vn.dusinhhoat.duty.DutyTable;
import vn.dusinhhoat.duty.ReportPath;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.testing.ApplicationTest;

/** Every row of duty.dmn, and what no row speaks of (ruling A1). */
@ApplicationTest
class DmnDutyTableTest {

    @Autowired
    private DutyTable table;

    @ParameterizedTest
    @CsvSource({
        "PROVINCE, COMMITTEE_MEMBER, OWN_PLAN,   HALF_YEARLY, THREE_DAYS",
        "DISTRICT, COMMITTEE_MEMBER, OWN_PLAN,   QUARTERLY,   THREE_DAYS",
        "COMMUNE,  COMMITTEE_MEMBER, ASSIGNMENT, MONTHLY,     ONE_DAY",
        "COMMUNE,  COMMUNE_WORKER,   ASSIGNMENT, MONTHLY,     ONE_DAY",
    })
    void rowsOfThePlan(UnitLevel level, PostKind post, Duty.Planning planning, Cadence cadence, ReportPath path) {
        assertThat(table.dutyOf(level, post)).contains(new Duty(planning, cadence, path, BodyKind.THUONG_TRUC));
    }

    @Test
    void otherPostsOweNothing() {
        assertThat(table.dutyOf(UnitLevel.CELL, PostKind.COMMITTEE_MEMBER)).isEmpty();
        assertThat(table.dutyOf(UnitLevel.PROVINCE, PostKind.COMMUNE_WORKER)).isEmpty();
    }
}
