package vn.dusinhhoat.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import vn.dusinhhoat.organization.UnitKind;
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

    /** Kind of the unit; "Thành phố" of this province's list is one of a district's level. */
    UnitKind unitKind() {
        return Arrays.stream(UnitKind.values()).filter(each -> each.level() == UnitLevel.valueOf(level)
                && each.label().equals(kind)).findFirst().orElseThrow();
    }

    /** Name of the unit's Party committee in the names of bodies: "Tỉnh ủy Nghệ An", "Đảng ủy xã Kim Liên". */
    String committee() {
        return unitKind().committee(name);
    }

    /** The name as part of a sentence: "xã Kim Liên". */
    String nameInText() {
        return unitKind().inText(name);
    }
}
