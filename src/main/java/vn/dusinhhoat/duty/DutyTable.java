package vn.dusinhhoat.duty;

import java.util.Optional;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitLevel;

/** The decision table in force. */
public interface DutyTable {

    /** What a post of this kind at this level owes; empty when no row of the table speaks of it. */
    Optional<Duty> dutyOf(UnitLevel level, PostKind post);
}
