package vn.dusinhhoat.access.scope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of doors and roles as it stands in {@code doors.txt}. */
final class DoorTable {

    private static final Pattern LINE = Pattern.compile("(GET|POST|PUT|DELETE) (\\S+)(?: (\\{.*?\\}))??(?: ~ (.+?))?\\s{2,}(\\S.*)");

    /** Who asks. */
    enum Role { VI, CO, BO, OF, TT, DT, PT, PB, PO, SC, SP, AD, MO }

    /**
     * One endpoint.
     *
     * @param marker what a list must hold for the thing to be in it; null where the status says it
     * @param seen   by role: o, x, b or - as explained in the file
     */
    record Door(String method, String path, String body, String marker, Map<Role, Character> seen) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private DoorTable() {
    }

    static List<Door> read() {
        try (var source = DoorTable.class.getResourceAsStream("doors.txt")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(DoorTable::door).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Door door(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new AssertionError("no line of the table: " + line);
        }
        String[] letters = parts.group(5).strip().split(" +");
        Map<Role, Character> seen = new LinkedHashMap<>();
        Arrays.stream(Role.values()).forEach(role -> seen.put(role,
                letters.length == Role.values().length ? letters[role.ordinal()].charAt(0) : '?'));
        return new Door(parts.group(1), parts.group(2), parts.group(3), parts.group(4), seen);
    }
}
