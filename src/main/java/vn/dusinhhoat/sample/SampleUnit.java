package vn.dusinhhoat.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * A real administrative unit of the sample province, as listed by the statistics office since July 2025.
 *
 * @param code       code of the administrative unit
 * @param name       official name with its kind, for instance "Xã Kim Liên"
 * @param level      PROVINCE or COMMUNE
 * @param kind       Tỉnh, Xã, Phường
 * @param parentCode code of the unit above; empty for the province
 */
record SampleUnit(String code, String name, String level, String kind, String parentCode) {

    private static final String FILE = "sample/nghe-an-units.csv";

    /** All units, the province first. */
    static List<SampleUnit> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1))
                    .map(field -> new SampleUnit(field[0], field[1], field[2], field[3], field[4])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isProvince() {
        return level.equals("PROVINCE");
    }

    /** The name as part of a body's name: "xã Kim Liên". */
    String nameInText() {
        return kind.toLowerCase(java.util.Locale.ROOT) + name.substring(kind.length());
    }
}
