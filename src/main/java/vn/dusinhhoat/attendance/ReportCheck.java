package vn.dusinhhoat.attendance;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of a complete report. The form shows the same sentences beside the same fields. */
final class ReportCheck {

    static final int LONGEST_SUMMARY = 20_000;
    private static final int LONGEST_SHORT_ANSWER = 100;
    private static final int LARGEST_CELL = 1_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private final List<ReportProblem> problems = new ArrayList<>();

    private ReportCheck() {
    }

    /** What keeps the report from being sent; empty when it is complete. */
    static List<ReportProblem> of(ReportAnswers answers) {
        ReportCheck check = new ReportCheck();
        check.choice("meetingKind", answers.meetingKind(), ReportAnswers.MeetingKind.class,
                "Đề nghị đồng chí chọn loại buổi sinh hoạt.");
        check.times(answers);
        check.turnout(answers);
        check.choice("ownScore", answers.ownScore(), ReportAnswers.CellScore.class,
                "Đề nghị đồng chí chọn mức chi bộ tự chấm, hoặc \"Chưa có\".");
        if (!"YES".equals(answers.recommendations()) && !"NO".equals(answers.recommendations())) {
            check.problem("recommendations", "Đề nghị đồng chí chọn chi bộ có kiến nghị, đề xuất hay không.");
        }
        if (answers.summary() == null || answers.summary().isBlank()) {
            check.problem("summary", "Đề nghị đồng chí ghi tóm tắt buổi sinh hoạt, ít nhất một câu.");
        }
        return List.copyOf(check.problems);
    }

    /** What keeps even a draft from being stored; empty when it can be. */
    static Optional<ReportProblem> ofDraft(ReportAnswers answers) {
        if (answers.summary() != null && answers.summary().length() > LONGEST_SUMMARY) {
            return Optional.of(new ReportProblem("summary", "Phần tóm tắt dài quá 20.000 ký tự: đề nghị đồng chí rút gọn."));
        }
        boolean tooLong = java.util.stream.Stream.of(answers.meetingKind(), answers.startedAt(), answers.endedAt(),
                        answers.present(), answers.required(), answers.ownScore(), answers.recommendations())
                .anyMatch(answer -> answer != null && answer.length() > LONGEST_SHORT_ANSWER);
        return tooLong ? Optional.of(new ReportProblem("present", "Có ô ghi dài quá 100 ký tự: đề nghị đồng chí ghi ngắn lại."))
                : Optional.empty();
    }

    private void times(ReportAnswers answers) {
        LocalTime start = time("startedAt", answers.startedAt(), "Đề nghị đồng chí ghi giờ bắt đầu, ví dụ 19:30.");
        LocalTime end = time("endedAt", answers.endedAt(), "Đề nghị đồng chí ghi giờ kết thúc buổi sinh hoạt, ví dụ 21:00.");
        if (start != null && end != null && !end.isAfter(start)) {
            problem("endedAt", "Giờ kết thúc phải sau giờ bắt đầu: đề nghị đồng chí ghi lại.");
        }
    }

    private void turnout(ReportAnswers answers) {
        Integer present = count("present", answers.present(), "Đề nghị đồng chí ghi số đảng viên có mặt.");
        Integer required = count("required", answers.required(),
                "Đề nghị đồng chí ghi số đảng viên phải dự (không tính đảng viên được miễn).");
        if (present != null && required != null && present > required) {
            problem("present", "Số có mặt nhiều hơn số phải dự: đề nghị đồng chí ghi lại.");
        }
    }

    private LocalTime time(String field, String value, String missing) {
        try {
            return LocalTime.parse(value == null ? "" : value.strip(), TIME);
        } catch (DateTimeParseException e) {
            problem(field, missing);
            return null;
        }
    }

    private Integer count(String field, String value, String missing) {
        String digits = value == null ? "" : value.strip();
        if (!digits.matches("\\d{1,4}") || Integer.parseInt(digits) > LARGEST_CELL) {
            problem(field, missing);
            return null;
        }
        return Integer.valueOf(digits);
    }

    private <E extends Enum<E>> void choice(String field, String value, Class<E> choices, String missing) {
        boolean known = java.util.Arrays.stream(choices.getEnumConstants()).anyMatch(each -> each.name().equals(value));
        if (!known) {
            problem(field, missing);
        }
    }

    private void problem(String field, String sentence) {
        problems.add(new ReportProblem(field, sentence));
    }
}
