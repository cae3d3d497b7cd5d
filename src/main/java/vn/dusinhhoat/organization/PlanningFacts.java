package vn.dusinhhoat.organization;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What only planners see of the organisation: attributes of areas and who is in charge of them (ruling B7). */
@Service
@Transactional(readOnly = true)
public class PlanningFacts {

    private static final String VALID = " and valid_from <= :day and (valid_to is null or valid_to >= :day)";

    private final JdbcClient sql;

    PlanningFacts(JdbcClient sql) {
        this.sql = sql;
    }

    /** The unit's attributes on the day with their weights, 1 to 5; 5 comes first in plans. */
    public Map<AreaAttribute, Integer> attributesOf(Long unitId, LocalDate day) {
        Map<AreaAttribute, Integer> weights = new EnumMap<>(AreaAttribute.class);
        sql.sql("select kind, weight from area_attribute where unit_id = :unit" + VALID).param("unit", unitId).param("day", day)
                .query(line -> {
                    weights.put(AreaAttribute.valueOf(line.getString(1)), line.getInt(2));
                });
        return weights;
    }

    /** Ids of the units that the person is in charge of on the day. */
    public List<Long> areasOf(Long personId, LocalDate day) {
        return sql.sql("select unit_id from area_in_charge where person_id = :person" + VALID + " order by unit_id")
                .param("person", personId).param("day", day).query(Long.class).list();
    }
}
