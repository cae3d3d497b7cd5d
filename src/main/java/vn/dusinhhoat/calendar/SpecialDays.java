package vn.dusinhhoat.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.repository.Repository;

interface SpecialDays extends Repository<SpecialDay, LocalDate> {

    List<SpecialDay> findByDayBetween(LocalDate first, LocalDate last);
}
