package vn.dusinhhoat.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.access.Accounts;
import vn.dusinhhoat.access.OrganizationAccounts;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Cycle;
import vn.dusinhhoat.duty.DutyStarts;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.platform.StartupStep;
import vn.dusinhhoat.platform.TimeZones;

/** Loads the sample province into an empty database, with a few visits around today. */
@Component
@Order(StartupStep.SAMPLE)
@ConditionalOnProperty("dusinhhoat.sample.enabled")
class SampleProvince implements StartupStep {

    private static final Logger LOG = LoggerFactory.getLogger(SampleProvince.class);
    private static final LocalTime USUAL_HOUR = LocalTime.of(19, 30);
    private static final int LATE_BY_DAYS = 12;
    private static final int NEXT_IN_DAYS = 9;

    private final Organization organization;
    private final OrganizationAccounts people;
    private final Accounts accounts;
    private final JdbcTemplate sql;
    private final Visits visits;
    private final DutyStarts starts;
    private final Cycle cycle;
    private final InstallationProperties.Sample settings;
    private final Clock clock;

    SampleProvince(Organization organization, OrganizationAccounts people, Accounts accounts, JdbcTemplate sql,
                   Visits visits, DutyStarts starts, Cycle cycle, InstallationProperties installation, Clock clock) {
        this.organization = organization;
        this.people = people;
        this.accounts = accounts;
        this.sql = sql;
        this.visits = visits;
        this.starts = starts;
        this.cycle = cycle;
        this.settings = installation.sample();
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run() {
        if (!organization.isEmpty()) {
            return;
        }
        SampleOrganization province = new SampleOrganization(settings.levels()).build();
        province.tables().writeTo(sql);
        people.createForSample(settings.password());
        createSupervisors(province);
        scheduleVisits(province);
        if (settings.duties()) {
            beginDuties(province);
        }
        LOG.info("Sample province loaded: {} communes and wards, {} cells, {} people",
                province.communes(), province.cells(), province.tables().people());
    }

    /** Next month is there at once, whatever day of the month it is; from then on periods are opened on their days. */
    private void beginDuties(SampleOrganization province) {
        YearMonth next = YearMonth.now(clock).plusMonths(1);
        starts.set(province.provinceId(), next.atDay(1), false, null);
        cycle.openEarly(new Period(Cadence.MONTHLY, next));
    }

    /** One is staff and acts; the other is no person of the organisation and only looks, through the group of the province's board. */
    private void createSupervisors(SampleOrganization province) {
        accounts.join(SampleLogin.PROVINCE_BOARD.userId(), SampleLogin.PROVINCE_BOARD.group().id());
        accounts.createUser(SampleLogin.SUPERVISOR.userId(), SampleLogin.SUPERVISOR.role(), settings.password(),
                List.of(SampleLogin.SUPERVISOR.group().id(), province.organisationBoard()));
    }

    private void scheduleVisits(SampleOrganization province) {
        LocalDate today = LocalDate.now(clock);
        Long worker = province.personOf(SampleLogin.COMMUNE_WORKER);
        visit(worker, province.cellOfKimLien(2), today.minusDays(1));
        visit(worker, province.cellOfKimLien(3), today.plusDays(NEXT_IN_DAYS));
        visit(province.personOf(SampleLogin.PROVINCE_MEMBER), province.cellOfKimLien(3), today.minusDays(1));
        visit(province.personOf(SampleLogin.LATE_WORKER), province.cellOfLateCommune(2), today.minusDays(LATE_BY_DAYS));
        if (province.personOf(SampleLogin.DISTRICT_MEMBER) != null) {
            visit(province.personOf(SampleLogin.DISTRICT_MEMBER), province.cellOfKimLien(4), today.minusDays(1));
        }
    }

    private void visit(Long personId, Long cellId, LocalDate day) {
        visits.schedule(personId, cellId, day.atTime(USUAL_HOUR).atZone(TimeZones.VIETNAM).toInstant());
    }
}
