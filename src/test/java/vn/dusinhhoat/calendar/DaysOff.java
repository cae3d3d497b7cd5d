package vn.dusinhhoat.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The announced days of 2024 to 2027 as collected from the notices, apart from what the application holds. */
public final class DaysOff {

    private DaysOff() {
    }

    /** Days with the names and states of the list; sources are not kept. */
    public static List<SpecialDay> all() {
        return lines("days-off.csv").map(line -> line.split(",", 5)).map(cell -> new SpecialDay(LocalDate.parse(cell[0]),
                cell[1].equals("WORK") ? SpecialDay.Kind.WORKING : SpecialDay.Kind.OFF, cell[2],
                SpecialDay.Status.valueOf(cell[3].toUpperCase(java.util.Locale.ROOT)), "")).toList();
    }

    /** Lines of a table of tests without its head. */
    static java.util.stream.Stream<String> lines(String file) {
        try (InputStream in = DaysOff.class.getResourceAsStream("/calendar/" + file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return lines.subList(1, lines.size()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
