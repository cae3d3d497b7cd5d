package vn.dusinhhoat.platform.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.NotPermitted;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * The engine's REST interface logs each of our refusals as an error of the server, with its whole sentence, and sentences
 * quote what people have typed (row D5). A refusal is no error; who was refused what stands in the audit. Named in
 * {@code logback-spring.xml}.
 */
public class QuietRefusals extends TurboFilter {

    private static final String ENGINE_REST = "org.camunda.bpm.engine.rest.exception";
    private static final List<String> REFUSALS = List.of(RuleViolation.class.getName(), NotPermitted.class.getName(),
            NotFound.class.getName());

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] values, Throwable cause) {
        boolean refusal = format != null && logger.getName().equals(ENGINE_REST)
                && REFUSALS.stream().anyMatch(MessageFormatter.arrayFormat(format, values).getMessage()::contains);
        return refusal ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
