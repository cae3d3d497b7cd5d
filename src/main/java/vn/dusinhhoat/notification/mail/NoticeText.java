package vn.dusinhhoat.notification.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.notification.NoticeKind;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.TimeZones;

/** What a mail says: templates under {@code notices/}, first line the subject. Names are letters in it, nothing else. */
@Component
class NoticeText {

    /** A mail. */
    record Written(String subject, String body) {
    }

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút'").withZone(TimeZones.VIETNAM);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(TimeZones.VIETNAM);

    private final InstallationProperties installation;
    private final Map<NoticeKind, String> templates = new EnumMap<>(NoticeKind.class);

    NoticeText(InstallationProperties installation) {
        this.installation = installation;
        for (NoticeKind kind : NoticeKind.values()) {
            templates.put(kind, template(kind));
        }
    }

    Written of(DueNotice notice) {
        Map<String, String> values = values(notice);
        String[] parts = templates.get(notice.kind()).split("\n\n", 2);
        return new Written(OutsideText.line(filled(parts[0], values), "tiêu đề"), filled(parts[1], values));
    }

    private Map<String, String> values(DueNotice notice) {
        return Map.ofEntries(Map.entry("name", line(notice.name())), Map.entry("place", line(notice.place())),
                Map.entry("commune", line(notice.commune())), Map.entry("news", line(notice.news())), Map.entry("task", line(notice.task())), Map.entry("year", String.valueOf(notice.year())),
                Map.entry("meeting", moment(notice.meetingAt())),
                Map.entry("meetingDay", shortDay(notice.meetingAt())), Map.entry("limit", day(notice.limitAt())),
                Map.entry("limitDay", shortDay(notice.limitAt())), Map.entry("written", moment(notice.writtenAt())),
                Map.entry("dueToday", String.valueOf(notice.dueToday())), Map.entry("late", String.valueOf(notice.late())),
                Map.entry("toReceive", String.valueOf(notice.toReceive())), Map.entry("link", installation.link(path(notice))));
    }

    private static String path(DueNotice notice) {
        return switch (notice.kind()) {
            case BEFORE_MEETING -> "/camunda/visits/";
            case PLAN_NEWS -> "/camunda/plans/";
            case CLERK_DIGEST -> "/camunda/app/tasklist/default/";
            default -> "/camunda/app/tasklist/default/#/?task=" + notice.taskId();
        };
    }

    /** One pass: what stands in a name is never looked at again. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }

    private static String line(String text) {
        return text == null ? "" : OutsideText.line(text, "tên");
    }

    private static String moment(Instant moment) {
        return moment == null ? "" : TIME.format(moment) + ", " + day(moment);
    }

    private static String day(Instant moment) {
        return moment == null ? "" : "ngày " + WorkingCalendar.named(LocalDate.ofInstant(moment, TimeZones.VIETNAM));
    }

    private static String shortDay(Instant moment) {
        return moment == null ? "" : SHORT.format(moment);
    }

    private static String template(NoticeKind kind) {
        String file = "notices/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
