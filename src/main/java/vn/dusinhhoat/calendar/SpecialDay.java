package vn.dusinhhoat.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A day that is not what its weekday says: a weekday off, or a Saturday worked to make up for one. */
@Entity
@Table(name = "special_day")
class SpecialDay {

    enum Kind { OFF, WORKING }

    /** STATUTORY: from the Labour Code alone. UNCONFIRMED: counted, but nobody has seen the notice yet. */
    enum Status { OFFICIAL, STATUTORY, UNCONFIRMED }

    @Id
    private LocalDate day;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String name;
    @Enumerated(EnumType.STRING)
    private Status status;

    protected SpecialDay() {
    }

    SpecialDay(LocalDate day, Kind kind, String name, Status status) {
        this.day = day;
        this.kind = kind;
        this.name = name;
        this.status = status;
    }

    LocalDate day() {
        return day;
    }

    Kind kind() {
        return kind;
    }

    /** Name for people; says so when the day is not confirmed. */
    String shownName() {
        return isUnconfirmed() ? name + " (chờ xác nhận)" : name;
    }

    boolean isUnconfirmed() {
        return status == Status.UNCONFIRMED;
    }
}
