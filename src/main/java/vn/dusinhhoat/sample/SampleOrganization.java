package vn.dusinhhoat.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.CommitteeNames;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.InstallationProperties.Sample.Levels;

/**
 * Builds the sample: real units; as many residential cells as the province has; a committee of the usual size in every
 * unit with its bodies filled; and so many Party members working at each commune that every cell can be visited every
 * month by somebody else's member (ruling A3).
 */
final class SampleOrganization {

    static final String KIM_LIEN = "17971";
    /** Wards with the late report: each exists in one of the two organisations. */
    private static final String TRUONG_VINH = "16690";
    private static final String HA_HUY_TAP = "16666";
    private static final int CELLS = 3_800;
    private static final int PROVINCE_COMMITTEE = 68;
    /** Its place in the committee: the last one of the organisation board. */
    private static final int BOARD_MEMBER = 6;
    private static final int DISTRICT_COMMITTEE = 40;
    private static final int SMALLEST_COMMUNE_COMMITTEE = 27;
    private static final int COMMUNE_COMMITTEE_SIZES = 7;
    private static final int OLD_COMMUNE_COMMITTEE = 13;
    /** Beyond one visitor for each cell: somebody is always ill or away. */
    private static final int SPARE_VISITORS = 2;

    private record Cell(String code, UnitKind kind, String name) {
    }

    private final Levels levels;
    private final SampleTables tables;
    private final SampleCommittees committees;
    private final Map<String, Long> unitIds = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Long>> cells = new HashMap<>();
    private final Map<Long, Cell> cellNames = new LinkedHashMap<>();
    private final String lateCommune;
    private String provinceCode;
    private boolean districtMemberHasLogin;

    SampleOrganization(Levels levels) {
        this.levels = levels;
        this.lateCommune = levels == Levels.TWO ? TRUONG_VINH : HA_HUY_TAP;
        this.tables = new SampleTables(levels == Levels.TWO ? LocalDate.of(2025, 7, 1) : LocalDate.of(2020, 7, 1));
        this.committees = new SampleCommittees(levels, tables);
    }

    SampleOrganization build() {
        List<SampleUnit> units = SampleUnit.all(levels);
        List<SampleUnit> communes = units.stream().filter(unit -> unit.is(UnitLevel.COMMUNE)).toList();
        for (SampleUnit unit : units) {
            parents.put(unit.code(), unit.parentCode());
            unitIds.put(unit.code(), tables.unit(unit.code(), unit.unitKind(), unit.name(),
                    unitIds.get(unit.parentCode())));
        }
        for (int n = 0; n < communes.size(); n++) {
            SampleUnit commune = communes.get(n);
            cells.put(commune.code(), cellsOf(commune, n, communes.size()));
            commune(commune, n);
        }
        units.stream().filter(unit -> unit.is(UnitLevel.DISTRICT)).forEach(this::district);
        provinceCode = units.get(0).code();
        province(units.get(0));
        furnish(units, communes);
        return this;
    }

    /** After the people with accounts, so that their names do not depend on it. */
    private void furnish(List<SampleUnit> units, List<SampleUnit> communes) {
        SampleCells furnished = new SampleCells(tables);
        cellNames.forEach((id, cell) -> furnished.furnish(id, cell.code(), cell.kind(), cell.name()));
        units.forEach(unit -> furnished.addressees(unit, unitIds.get(unit.code())));
        List<Long> standing = committees.standingCommittee(provinceCode);
        for (int n = 0; n < communes.size(); n++) {
            tables.inCharge(standing.get(n % standing.size()), unitIds.get(communes.get(n).code()));
        }
    }

    private List<Long> cellsOf(SampleUnit commune, int n, int communes) {
        UnitKind kind = commune.unitKind() == UnitKind.COMMUNE ? UnitKind.XOM : UnitKind.KHOI;
        String area = kind.label().toLowerCase(Locale.ROOT);
        int count = CELLS / communes + (n < CELLS % communes ? 1 : 0);
        List<Long> ids = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Cell cell = new Cell(commune.code() + "-" + number, kind, "Chi bộ " + area + " " + number);
            long id = tables.unit(cell.code(), kind, cell.name(), unitIds.get(commune.code()));
            cellNames.put(id, cell);
            ids.add(id);
        }
        return ids;
    }

    private void commune(SampleUnit unit, int n) {
        int size = levels == Levels.TWO ? SMALLEST_COMMUNE_COMMITTEE + n % COMMUNE_COMMITTEE_SIZES : OLD_COMMUNE_COMMITTEE;
        List<Long> homes = cells.get(unit.code());
        committees.open(unit, unitIds.get(unit.code()));
        committees.fill(unit, unitIds.get(unit.code()), size, homes,
                position -> position == 0 && unit.code().equals(KIM_LIEN) ? SampleLogin.COMMUNE_RECEIVER : null);
        int workers = Math.max(SPARE_VISITORS, homes.size() + SPARE_VISITORS - size);
        for (int worker = 0; worker < workers; worker++) {
            SampleLogin login = worker > 0 ? null : unit.code().equals(KIM_LIEN) ? SampleLogin.COMMUNE_WORKER
                    : unit.code().equals(lateCommune) ? SampleLogin.LATE_WORKER : null;
            committees.person(unit, unitIds.get(unit.code()), size + worker, homes, login, PostKind.COMMUNE_WORKER,
                    "Đảng viên công tác tại " + unit.nameInText());
        }
    }

    private void district(SampleUnit unit) {
        committees.open(unit, unitIds.get(unit.code()));
        boolean login = !districtMemberHasLogin;
        districtMemberHasLogin = true;
        committees.fill(unit, unitIds.get(unit.code()), DISTRICT_COMMITTEE, homesBelow(unit.code()),
                position -> !login ? null : position == 0 ? SampleLogin.DISTRICT_RECEIVER
                        : position == DISTRICT_COMMITTEE - 1 ? SampleLogin.DISTRICT_MEMBER : null);
    }

    private void province(SampleUnit unit) {
        committees.open(unit, unitIds.get(unit.code()));
        committees.fill(unit, unitIds.get(unit.code()), PROVINCE_COMMITTEE, cells.get(lateCommune),
                position -> position == 1 ? SampleLogin.PROVINCE_RECEIVER : position == BOARD_MEMBER ? SampleLogin.PROVINCE_BOARD
                        : position == PROVINCE_COMMITTEE - 1 ? SampleLogin.PROVINCE_MEMBER : null);
    }

    private List<Long> homesBelow(String code) {
        return subtreeOf(code).stream().filter(cells::containsKey).flatMap(each -> cells.get(each).stream()).toList();
    }

    private List<String> subtreeOf(String code) {
        return parents.keySet().stream().filter(each -> isBelow(each, code)).sorted().toList();
    }

    private boolean isBelow(String code, String ancestor) {
        for (String each = code; each != null; each = parents.get(each)) {
            if (each.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    SampleTables tables() {
        return tables;
    }

    /** Group of the province's organisation board. */
    String organisationBoard() {
        return CommitteeNames.groupId(BodyKind.ORGANISATION_BOARD, provinceCode);
    }

    /** Id of the n-th cell of the commune that the sample's visits take place in, counted from 1. */
    Long cellOfKimLien(int n) {
        return cells.get(KIM_LIEN).get(n - 1);
    }

    /** Id of the n-th cell of the ward with the late report, counted from 1. */
    Long cellOfLateCommune(int n) {
        return cells.get(lateCommune).get(n - 1);
    }

    Long provinceId() {
        return unitIds.get(provinceCode);
    }

    Long personOf(SampleLogin login) {
        return committees.personOf(login);
    }

    int communes() {
        return cells.size();
    }

    int cells() {
        return CELLS;
    }
}
