package vn.dusinhhoat.duty;

import java.util.List;
import java.util.Optional;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitLevel;

/** The decision table in force. Asking it is no mere reading: the engine keeps each decision in its history. */
public interface DutyTable {

    /** What posts of a kind at a level owe. */
    record Row(UnitLevel level, PostKind post, Duty duty) {
    }

    /** What a post of this kind at this level owes; empty when no row of the table speaks of it. */
    Optional<Duty> dutyOf(UnitLevel level, PostKind post);

    /** Every combination of level and kind of post that owes something. */
    List<Row> rows();
}
