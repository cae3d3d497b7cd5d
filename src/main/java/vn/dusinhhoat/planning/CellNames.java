package vn.dusinhhoat.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.AreaAttribute;

/** Cells as lists of plans show them. */
@Component
class CellNames {

    /**
     * A cell.
     *
     * @param special attribute of the area with the highest weight, Vietnamese; null for an ordinary one. Only planners see it (ruling B7).
     */
    record Named(Long id, String name, Long communeId, String commune, String special) {
    }

    private final JdbcClient sql;

    CellNames(JdbcClient sql) {
        this.sql = sql;
    }

    Map<Long, Named> of(Collection<Long> ids, LocalDate day) {
        Map<Long, Named> names = new HashMap<>();
        sql.sql("""
                select c.id, c.name, a.id, a.name, (select w.kind from area_attribute w where w.unit_id in (c.id, a.id) and w.valid_from <= :day
                        and (w.valid_to is null or w.valid_to >= :day) order by w.weight desc, w.id limit 1)
                from party_unit c join party_unit a on a.id = c.parent_id where c.id = any(:ids)""")
                .param("day", day).param("ids", ids.stream().filter(Objects::nonNull).distinct().toArray(Long[]::new))
                .query(row -> {
                    String kind = row.getString(5);
                    names.put(row.getLong(1), new Named(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4),
                            kind == null ? null : AreaAttribute.valueOf(kind).label()));
                });
        return names;
    }
}
