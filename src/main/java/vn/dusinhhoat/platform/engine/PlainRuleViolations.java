package vn.dusinhhoat.platform.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Takes the engine's wrapping off our own refusals, so that whoever called the engine (a form, REST, our code) meets
 * the {@link RuleViolation} itself with its sentence.
 */
final class PlainRuleViolations extends CommandInterceptor {

    private static final int DEEPEST_CAUSE = 20;
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
            if (ENGINE_SAYS_WEAK.equals(cause.getMessage())) {
                return new RuleViolation(WEAK_PASSWORD);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
