package vn.dusinhhoat.platform.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of a log entry in one line, whoever wrote what is in it. */
public class OneLineMessage extends MessageConverter {

    /** Says over many lines why the application does not start; nothing of it comes from a request. */
    private static final String STARTUP_REPORT = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    @Override
    public String convert(ILoggingEvent event) {
        String message = super.convert(event);
        return event.getLoggerName().equals(STARTUP_REPORT) ? message : OneLine.of(message);
    }
}
