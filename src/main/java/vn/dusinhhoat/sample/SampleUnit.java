package vn.dusinhhoat.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.InstallationProperties.Sample.Levels;

/**
 * A real administrative unit of the sample province, as listed by the statistics office.
 *
 * @param code       code of the administrative unit
 * @param name       official name with its kind, for instance "Xã Kim Liên"
 * @param level      PROVINCE, DISTRICT or COMMUNE
 * @param kind       Tỉnh, Huyện, Xã, Phường …
 * @param parentCode code of the unit above; empty for the province
 */
record SampleUnit(String code, String name, String level, String kind, String parentCode) {

    private static final String HEADER = "code,";

    /** All units of the organisation, every unit after the one above it. */
    static List<SampleUnit> all(Levels levels) {
        String file = levels == Levels.TWO ? "sample/nghe-an-two-levels.csv" : "sample/nghe-an-three-levels.csv";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith(HEADER)).map(line -> line.split(",", -1))
                    .map(field -> new SampleUnit(field[0], field[1], field[2], field[3], field[4])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean is(UnitLevel wanted) {
        return level.equals(wanted.name());
    }

    /** Name of the unit's Party committee in the names of bodies: "Tỉnh ủy Nghệ An", "Đảng ủy xã Kim Liên". */
    String committee() {
        String own = name.substring(kind.length()).strip();
        return switch (kind) {
            case "Tỉnh" -> "Tỉnh ủy " + own;
            case "Huyện" -> "Huyện ủy " + own;
            case "Thành phố" -> "Thành ủy " + own;
            case "Thị xã" -> "Thị ủy " + own;
            default -> "Đảng ủy " + nameInText();
        };
    }

    /** The name as part of a body's name: "xã Kim Liên". */
    String nameInText() {
        return kind.toLowerCase(java.util.Locale.ROOT) + name.substring(kind.length());
    }
}
