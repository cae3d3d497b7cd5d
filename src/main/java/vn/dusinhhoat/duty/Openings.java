package vn.dusinhhoat.duty;

import java.time.LocalDateTime;
import java.util.List;

/** When periods are opened, as the diagram in force says: whoever moves the day there moves it for catching up, too. */
public interface Openings {

    /**
     * The moments after the first and up to the second at which the cadence's next period is opened, in Vietnam, oldest
     * first. Empty when the diagram knows no such cadence.
     */
    List<LocalDateTime> between(Cadence cadence, LocalDateTime after, LocalDateTime until);
}
