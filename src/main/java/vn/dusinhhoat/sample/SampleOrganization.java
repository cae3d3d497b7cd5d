package vn.dusinhhoat.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.access.Accounts;
import vn.dusinhhoat.organization.BodyKind;

/** Builds the sample's units, bodies and people. */
@Component
class SampleOrganization {

    static final String KIM_LIEN = "17971";
    static final String TRUONG_VINH = "16690";
    private static final int CELLS_PER_COMMUNE = 3;
    private static final int WORKERS_PER_COMMUNE = 2;
    private static final int PROVINCE_MEMBERS = 8;
    private static final int PROVINCE_THUONG_TRUC = 4;

    private final SampleTables tables;
    private final Accounts accounts;

    SampleOrganization(SampleTables tables, Accounts accounts) {
        this.tables = tables;
        this.accounts = accounts;
    }

    /**
     * What was built.
     *
     * @param cells   ids of the cells of a commune, by the commune's code
     * @param persons ids of people with a login, by user id
     * @param groups  ids of the groups that a login belongs to
     * @param people  how many people
     */
    record Built(Map<String, List<Long>> cells, Map<String, Long> persons, Map<String, String> groups, int[] people) {

        Built() {
            this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new int[1]);
        }

        int cellCount() {
            return cells.values().stream().mapToInt(List::size).sum();
        }
    }

    Built build() {
        Built built = new Built();
        List<SampleUnit> units = SampleUnit.all();
        SampleUnit province = units.get(0);
        long provinceId = tables.unit(province.code(), "PROVINCE", province.kind(), province.name(), null);
        for (SampleUnit commune : units.subList(1, units.size())) {
            long communeId = tables.unit(commune.code(), "COMMUNE", commune.kind(), commune.name(), provinceId);
            built.cells().put(commune.code(), cells(commune, communeId));
            committee(commune, communeId, built);
        }
        provinceCommittee(province, provinceId, built);
        return built;
    }

    private List<Long> cells(SampleUnit commune, long communeId) {
        String area = commune.kind().equals("Phường") ? "khối" : "xóm";
        List<Long> ids = new ArrayList<>();
        for (int n = 1; n <= CELLS_PER_COMMUNE; n++) {
            ids.add(tables.unit(commune.code() + "-" + n, "CELL", area, "Chi bộ " + area + " " + n, communeId));
        }
        return ids;
    }

    private void committee(SampleUnit commune, long communeId, Built built) {
        String groupId = BodyKind.THUONG_TRUC.idPart() + "-" + commune.code();
        String bodyName = "Thường trực Đảng ủy " + commune.nameInText();
        long body = tables.body(communeId, BodyKind.THUONG_TRUC.name(), bodyName, groupId);
        accounts.saveGroup(groupId, bodyName);
        long home = built.cells().get(commune.code()).get(0);
        String[] titles = {"Bí thư", "Phó Bí thư"};
        for (int n = 0; n < titles.length; n++) {
            boolean login = n == 0 && commune.code().equals(KIM_LIEN);
            long person = person(commune.code(), n, home, login ? SampleLogin.COMMUNE_RECEIVER : null, built);
            tables.post(person, communeId, "COMMITTEE_MEMBER", titles[n] + " Đảng ủy " + commune.nameInText());
            tables.member(body, person, titles[n]);
            if (login) {
                built.groups().put(SampleLogin.COMMUNE_RECEIVER.userId(), groupId);
            }
        }
        for (int n = 0; n < WORKERS_PER_COMMUNE; n++) {
            long person = person(commune.code(), titles.length + n, home, n == 0 ? workerLogin(commune) : null, built);
            tables.post(person, communeId, "COMMUNE_WORKER", "Đảng viên công tác tại " + commune.nameInText());
        }
    }

    private static SampleLogin workerLogin(SampleUnit commune) {
        return switch (commune.code()) {
            case KIM_LIEN -> SampleLogin.COMMUNE_WORKER;
            case TRUONG_VINH -> SampleLogin.LATE_WORKER;
            default -> null;
        };
    }

    private void provinceCommittee(SampleUnit province, long provinceId, Built built) {
        String groupId = BodyKind.THUONG_TRUC.idPart() + "-" + province.code();
        String bodyName = "Thường trực Tỉnh ủy" + province.name().substring(province.kind().length());
        long body = tables.body(provinceId, BodyKind.THUONG_TRUC.name(), bodyName, groupId);
        accounts.saveGroup(groupId, bodyName);
        long home = built.cells().get(TRUONG_VINH).get(0);
        for (int n = 0; n < PROVINCE_MEMBERS; n++) {
            boolean leader = n < PROVINCE_THUONG_TRUC;
            SampleLogin login = n == 1 ? SampleLogin.PROVINCE_RECEIVER
                    : n == PROVINCE_THUONG_TRUC ? SampleLogin.PROVINCE_MEMBER : null;
            long person = person(province.code(), n, home, login, built);
            tables.post(person, provinceId, "COMMITTEE_MEMBER", "Ủy viên Ban Chấp hành Đảng bộ tỉnh");
            if (leader) {
                tables.member(body, person, n == 0 ? "Bí thư" : "Phó Bí thư");
            }
        }
        built.groups().put(SampleLogin.PROVINCE_RECEIVER.userId(), groupId);
    }

    private long person(String unitCode, int n, long homeCell, SampleLogin login, Built built) {
        String code = unitCode + "-" + (n + 1);
        String userId = login == null ? "dv-" + code : login.userId();
        String name = SampleNames.fullName(built.people()[0]++);
        long id = tables.person(code, name, userId, homeCell);
        if (login != null) {
            built.persons().put(login.userId(), id);
        }
        return id;
    }
}
