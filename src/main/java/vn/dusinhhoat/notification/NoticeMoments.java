package vn.dusinhhoat.notification;

import java.time.LocalTime;
import java.util.List;

/** The decision table of moments in force. */
public interface NoticeMoments {

    /**
     * The moments for which notices are to be there at this time of the day.
     *
     * @param time in Asia/Ho_Chi_Minh
     */
    List<Moment> at(LocalTime time);
}
