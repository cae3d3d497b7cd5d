package vn.dusinhhoat.sample;

import java.util.List;
import vn.dusinhhoat.organization.AddresseeKind;
import vn.dusinhhoat.organization.AreaAttribute;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.CommitteeNames;
import vn.dusinhhoat.organization.UnitKind;

/** What the made-up cells have: a secretary and a deputy without accounts, a usual meeting, here and there an attribute. */
final class SampleCells {

    private static final List<String> ROLES = List.of("Bí thư", "Phó Bí thư");
    /** Most cells meet on the third of a month, in the evening. */
    private static final int[] MEETING_DAYS = {3, 3, 3, 3, 5, 3, 15, 3, 20};
    private static final String[] MEETING_TIMES = {"19:30", "19:30", "19:00", "08:00"};
    private static final int MERGED_EVERY = 9;
    private static final int WEAK_EVERY = 23;
    private static final int COMPLEX_EVERY = 41;

    private final SampleTables tables;
    private int cells;

    SampleCells(SampleTables tables) {
        this.tables = tables;
    }

    void furnish(long cellId, String code, UnitKind kind, String name) {
        int n = cells++;
        tables.meeting(cellId, MEETING_DAYS[n % MEETING_DAYS.length], MEETING_TIMES[n % MEETING_TIMES.length]);
        long committee = tables.body(cellId, BodyKind.CELL_COMMITTEE, CommitteeNames.of(BodyKind.CELL_COMMITTEE, kind, name, true),
                CommitteeNames.groupId(BodyKind.CELL_COMMITTEE, code));
        for (int role = 0; role < ROLES.size(); role++) {
            long person = tables.person(code + "-cu" + (role + 1), SampleNames.fullName(tables.people()), null, cellId);
            tables.member(committee, person, ROLES.get(role));
        }
        attribute(cellId, n, MERGED_EVERY, AreaAttribute.MERGED, 2);
        attribute(cellId, n, WEAK_EVERY, AreaAttribute.STRENGTHEN, 4);
        attribute(cellId, n, COMPLEX_EVERY, AreaAttribute.COMPLEX, 5);
    }

    private void attribute(long cellId, int n, int every, AreaAttribute kind, int weight) {
        if (n % every == every - 1) {
            tables.attribute(cellId, kind, weight);
        }
    }

    /** State bodies beside a unit that recommendations go to. */
    void addressees(SampleUnit unit, long unitId) {
        tables.addressee("ubnd-" + unit.code(), "Ủy ban nhân dân " + unit.nameInText(), AddresseeKind.PEOPLES_COMMITTEE, unitId);
        tables.addressee("mttq-" + unit.code(), "Ủy ban Mặt trận Tổ quốc Việt Nam " + unit.nameInText(),
                AddresseeKind.FATHERLAND_FRONT, unitId);
    }
}
