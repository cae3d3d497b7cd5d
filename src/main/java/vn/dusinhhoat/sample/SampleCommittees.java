package vn.dusinhhoat.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.CommitteeNames;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.InstallationProperties.Sample.Levels;

/** Bodies of a unit and the people in them. */
final class SampleCommittees {

    private static final int BOARD_STAFF = 3;

    private final Levels levels;
    private final SampleTables tables;
    private final Map<String, Map<BodyKind, Long>> bodyIds = new HashMap<>();
    private final Map<String, List<Long>> standingCommittees = new HashMap<>();
    private final Map<String, Long> loginPersons = new HashMap<>();

    SampleCommittees(Levels levels, SampleTables tables) {
        this.levels = levels;
        this.tables = tables;
    }

    /** Makes the unit's bodies. */
    void open(SampleUnit unit, long unitId) {
        Map<BodyKind, Long> ids = new EnumMap<>(BodyKind.class);
        for (BodyKind kind : CommitteeNames.OF_EVERY_UNIT) {
            ids.put(kind, tables.body(unitId, kind, nameOf(kind, unit), CommitteeNames.groupId(kind, unit.code())));
        }
        bodyIds.put(unit.code(), ids);
    }

    /** Fills the committee: leaders first, then members of the standing committee, then the others. */
    void fill(SampleUnit unit, long unitId, int size, List<Long> homes, IntFunction<SampleLogin> logins) {
        int leaders = unit.is(UnitLevel.PROVINCE) ? 4 : 3;
        int standing = unit.is(UnitLevel.PROVINCE) ? 17 : Math.min(size, 9 + size % 3);
        for (int position = 0; position < size; position++) {
            String title = position == 0 ? "Bí thư" : position == 1 ? "Phó Bí thư Thường trực" : position < leaders ? "Phó Bí thư"
                    : position < standing ? "Ủy viên Ban Thường vụ" : "Ủy viên Ban Chấp hành";
            SampleLogin login = logins.apply(position);
            long personId = person(unit, unitId, position, homes, login, PostKind.COMMITTEE_MEMBER,
                    title + " " + unit.committee());
            Member member = new Member(unit.code(), personId);
            member.join(BodyKind.EXECUTIVE_COMMITTEE, title);
            if (position < standing) {
                standingCommittees.computeIfAbsent(unit.code(), code -> new ArrayList<>()).add(personId);
                member.join(BodyKind.BAN_THUONG_VU, title);
            }
            if (position < leaders) {
                member.join(BodyKind.THUONG_TRUC, title);
            }
            joinStaff(member, position - leaders);
        }
    }

    /** The members after the leaders also staff board, office and the reception of visitors. */
    private static void joinStaff(Member member, int place) {
        if (place >= 0 && place < BOARD_STAFF) {
            member.join(BodyKind.ORGANISATION_BOARD, place == 0 ? "Trưởng ban" : "Ủy viên");
        } else if (place >= BOARD_STAFF && place < 2 * BOARD_STAFF) {
            member.join(BodyKind.OFFICE, place == BOARD_STAFF ? "Chánh Văn phòng" : "Chuyên viên");
            member.join(BodyKind.HOST_COMMITTEE, "Đầu mối phối hợp");
        }
    }

    long person(SampleUnit unit, long unitId, int position, List<Long> homes, SampleLogin login, PostKind post, String title) {
        String userId = userIdOf(unit, position, login);
        // Who logs in is at home in the first cell: the sample's visits go to the others.
        long home = login == null ? homes.get(position % homes.size()) : homes.get(0);
        String name = SampleNames.fullName(tables.people());
        long id = tables.person(unit.code() + "-" + (position + 1), name, userId, home);
        tables.post(id, unitId, post, title);
        if (login != null) {
            loginPersons.put(login.userId(), id);
        }
        return id;
    }

    /** One person's way into bodies. */
    private final class Member {

        private final String unitCode;
        private final long personId;

        Member(String unitCode, long personId) {
            this.unitCode = unitCode;
            this.personId = personId;
        }

        void join(BodyKind kind, String role) {
            tables.member(bodyIds.get(unitCode).get(kind), personId, role);
        }
    }

    /** People of the unit's Ban Thường vụ. */
    List<Long> standingCommittee(String unitCode) {
        return standingCommittees.get(unitCode);
    }

    Long personOf(SampleLogin login) {
        return loginPersons.get(login.userId());
    }

    private String nameOf(BodyKind kind, SampleUnit unit) {
        return CommitteeNames.of(kind, unit.unitKind(), unit.name(), levels == Levels.TWO);
    }

    private static String userIdOf(SampleUnit unit, int position, SampleLogin login) {
        return login == null ? "dv-" + unit.code() + "-" + (position + 1) : login.userId();
    }
}
