package vn.dusinhhoat.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.access.Accounts;
import vn.dusinhhoat.attendance.Visits;
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
    private final SampleOrganization builder;
    private final Accounts accounts;
    private final Visits visits;
    private final InstallationProperties installation;
    private final Clock clock;

    SampleProvince(Organization organization, SampleOrganization builder, Accounts accounts, Visits visits,
                   InstallationProperties installation, Clock clock) {
        this.organization = organization;
        this.builder = builder;
        this.accounts = accounts;
        this.visits = visits;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run() {
        if (!organization.isEmpty()) {
            return;
        }
        SampleOrganization.Built built = builder.build();
        createAccounts(built);
        scheduleVisits(built);
        LOG.info("Sample province loaded: {} communes and wards, {} cells, {} people",
                built.cells().size(), built.cellCount(), built.people()[0]);
    }

    private void createAccounts(SampleOrganization.Built built) {
        for (SampleLogin login : SampleLogin.all()) {
            Long personId = built.persons().get(login.userId());
            String name = personId == null ? login.role() : organization.person(personId).fullName();
            List<String> groups = Stream.of(login.group().id(), built.groups().get(login.userId()))
                    .filter(Objects::nonNull).toList();
            accounts.createUser(login.userId(), name, installation.sample().password(), groups);
        }
    }

    private void scheduleVisits(SampleOrganization.Built built) {
        LocalDate today = LocalDate.now(clock);
        List<Long> kimLien = built.cells().get(SampleOrganization.KIM_LIEN);
        List<Long> truongVinh = built.cells().get(SampleOrganization.TRUONG_VINH);
        Long worker = built.persons().get(SampleLogin.COMMUNE_WORKER.userId());
        visit(worker, kimLien.get(1), today.minusDays(1));
        visit(worker, kimLien.get(2), today.plusDays(NEXT_IN_DAYS));
        visit(built.persons().get(SampleLogin.PROVINCE_MEMBER.userId()), kimLien.get(2), today.minusDays(1));
        visit(built.persons().get(SampleLogin.LATE_WORKER.userId()), truongVinh.get(1), today.minusDays(LATE_BY_DAYS));
    }

    private void visit(Long personId, Long cellId, LocalDate day) {
        visits.schedule(personId, cellId, day.atTime(USUAL_HOUR).atZone(TimeZones.VIETNAM).toInstant());
    }
}
