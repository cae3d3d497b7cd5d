package vn.dusinhhoat.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** A Party organisation of the tree: province, district, commune or cell. */
@Entity
@Table(name = "party_unit")
public class PartyUnit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String code;
    @Enumerated(EnumType.STRING)
    private UnitLevel level;
    @Enumerated(EnumType.STRING)
    private UnitKind kind;
    private String name;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private PartyUnit parent;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "valid_to")
    private LocalDate validTo;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor_id")
    private PartyUnit successor;
    @Column(name = "meeting_day")
    private Short meetingDay;
    @Column(name = "meeting_time")
    private LocalTime meetingTime;

    protected PartyUnit() {
    }

    public Long id() {
        return id;
    }

    /** Code of the administrative unit, or of the cell within its commune. */
    public String code() {
        return code;
    }

    public UnitLevel level() {
        return level;
    }

    /** Official name, for instance "Xã Kim Liên" or "Chi bộ xóm Sen 1". */
    public String name() {
        return name;
    }

    /** The organisation directly above; null for the province. */
    public PartyUnit parent() {
        return parent;
    }

    public UnitKind kind() {
        return kind;
    }

    /** Whether the unit exists on the day; its last day counts. */
    public boolean existsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** The unit that took over at the end; null when none did, or it has not ended. */
    public PartyUnit successor() {
        return successor;
    }

    /** Day of the month on which the cell usually meets, 1 to 31; empty where it is not known. */
    public Optional<Integer> meetingDay() {
        return Optional.ofNullable(meetingDay).map(Short::intValue);
    }

    /** Usual hour of the cell's meeting, in Vietnam's zone; empty where it is not known. */
    public Optional<LocalTime> meetingTime() {
        return Optional.ofNullable(meetingTime);
    }
}
