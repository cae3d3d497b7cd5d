package vn.dusinhhoat.platform.engine;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Takes the engine's wrapping off our own refusals, so that whoever called the engine (a form, REST, our code) meets
 * the {@link RuleViolation} itself with its sentence.
 */
final class PlainRuleViolations extends CommandInterceptor {

    private static final int DEEPEST_CAUSE = 20;
    private static final int MOST_PROBLEMS = 30;
    /** The engine has no exception of its own for this. */
    private static final String ENGINE_SAYS_WEAK = "Password does not match policy";
    private static final String WEAK_PASSWORD = "Mật khẩu mới chưa dùng được: ghi ít nhất 12 ký tự (được dùng chữ có dấu và"
            + " dấu cách), không dùng mật khẩu thông dụng hay họ tên của mình.";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            RuleViolation violation = violationIn(e);
            if (violation != null) {
                throw violation;
            }
            throw e;
        }
    }

    private static RuleViolation violationIn(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof RuleViolation violation) {
                return violation;
            }
            if (cause instanceof ParseException unreadable) {
                return new RuleViolation(unreadableModel(unreadable));
            }
            if (ENGINE_SAYS_WEAK.equals(cause.getMessage())) {
                return new RuleViolation(WEAK_PASSWORD);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String unreadableModel(ParseException unreadable) {
        String places = unreadable.getResorceReports().stream().flatMap(report -> report.getErrors().stream()
                .map(problem -> report.getResourceName() + (problem.getMainElementId() == null ? "" : " (" + problem.getMainElementId() + ")")
                        + ", dòng " + problem.getLine() + ": " + problem.getMessage())).distinct().limit(MOST_PROBLEMS)
                .collect(Collectors.joining("\n"));
        return "Chưa đưa mô hình vào sử dụng vì bộ máy quy trình không đọc được, chưa ghi gì vào hệ thống:\n" + places
                + "\nCách sửa: mở sơ đồ bằng trình vẽ, sửa các chỗ trên rồi tải lên lại.";
    }
}
