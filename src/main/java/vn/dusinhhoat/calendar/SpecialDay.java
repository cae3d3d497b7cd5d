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

    @Id
    private LocalDate day;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String name;

    protected SpecialDay() {
    }

    SpecialDay(LocalDate day, Kind kind, String name) {
        this.day = day;
        this.kind = kind;
        this.name = name;
    }

    LocalDate day() {
        return day;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }
}
