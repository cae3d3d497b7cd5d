package vn.dusinhhoat.notification;

/**
 * A row of {@code notice-moments.dmn} that is due now.
 *
 * @param kind      what is reminded of
 * @param daysAhead how many days the meeting or the limit is away: 1 is tomorrow, 0 today, -1 yesterday
 */
public record Moment(NoticeKind kind, int daysAhead) {
}
