package vn.dusinhhoat.attendance;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Tables of this context; nobody outside reads them. */
final class AttendanceRepositories {

    private AttendanceRepositories() {
    }

    interface Visits extends Repository<Visit, Long> {

        Visit saveAndFlush(Visit visit);

        Optional<Visit> findById(Long id);

        List<Visit> findByIdIn(Collection<Long> ids);

        @Lock(LockModeType.PESSIMISTIC_WRITE)
        @Query("select v from Visit v where v.id = :id")
        Optional<Visit> findForChange(Long id);

        /** Visits of the person to the cell between the two moments that have not been called off. */
        @Query("""
                select count(v) from Visit v where v.personId = :personId and v.cellId = :cellId
                and v.meetingAt >= :from and v.meetingAt < :until
                and v.state in ('SCHEDULED', 'AGREED', 'MOVED', 'ATTENDED')""")
        long countSame(Long personId, Long cellId, Instant from, Instant until);
    }

    interface Reports extends Repository<Report, Long> {

        Report saveAndFlush(Report report);

        Optional<Report> findById(Long visitId);

        /** For changes: two devices saving at once come one after the other, so that the version tells them apart. */
        @Lock(LockModeType.PESSIMISTIC_WRITE)
        @Query("select r from Report r where r.visitId = :visitId")
        Optional<Report> findForChange(Long visitId);
    }

    interface Events extends Repository<VisitEvent, Long> {

        VisitEvent saveAndFlush(VisitEvent event);

        List<VisitEvent> findByVisitIdOrderById(Long visitId);
    }
}
