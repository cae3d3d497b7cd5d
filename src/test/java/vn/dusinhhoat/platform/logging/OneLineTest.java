package vn.dusinhhoat.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import vn.dusinhhoat.testing.HostileText;

/** Row C14, on the configuration as it ships: one entry is one line, whatever is in it. */
@SpringBootTest(classes = OneLineTest.Nothing.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OneLineTest {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {
    }

    private LayoutWrappingEncoder<ILoggingEvent> encoder;
    private final Logger log = (Logger) LoggerFactory.getLogger(OneLineTest.class);

    @BeforeEach
    void findTheConsole() {
        Iterator<ch.qos.logback.core.Appender<ILoggingEvent>> appenders =
                ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT").iteratorForAppenders();
        OutputStreamAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) appenders.next();
        encoder = (LayoutWrappingEncoder<ILoggingEvent>) console.getEncoder();
        assertThat(appenders.hasNext()).as("one way into the log").isFalse();
    }

    @Test
    void aMessageIsOneLine() {
        assertThat(written("Tên: " + HostileText.BREAKS, null)).hasSize(1).first().asString()
                .endsWith("Hết\\r\\nSet-Cookie: x=1\\r\\n2026-01-01T00:00:00.000+07:00 ERROR 1 --- [main] gia.mao : bịa");
    }

    @Test
    void nothingSpeaksToTheTerminalOrTurnsTheLine() {
        assertThat(written(HostileText.CONTROLS + HostileText.REVERSED + "\u2028x", null)).hasSize(1).first().asString()
                .contains("a\\u0007\\u001b[31mb\\u0085choa\\u202efdp.exe\\u2028x");
    }

    @Test
    void vietnameseAndTabsStay() {
        assertThat(written("Đã gửi\tbáo cáo", null)).first().asString().endsWith("Đã gửi\tbáo cáo");
    }

    @Test
    void messagesOfExceptionsAreOneLineEach() {
        Exception thrown = new IllegalStateException(HostileText.BREAKS, new IllegalArgumentException(HostileText.BREAKS));
        thrown.addSuppressed(new IllegalStateException(HostileText.BREAKS));
        List<String> lines = written("Không ghi được", thrown);
        assertThat(lines).filteredOn(line -> line.contains("gia.mao")).hasSize(3)
                .allMatch(line -> line.contains("Exception: Hết\\r\\nSet-Cookie: x=1\\r\\n2026"));
        assertThat(lines).noneMatch(line -> line.startsWith("2026-01-01"));
        assertThat(lines).anyMatch(line -> line.startsWith("\tat "));
    }

    private List<String> written(String message, Throwable thrown) {
        ch.qos.logback.classic.spi.LoggingEvent event = new ch.qos.logback.classic.spi.LoggingEvent(getClass().getName(), log,
                ch.qos.logback.classic.Level.convertAnSLF4JLevel(Level.INFO), message, thrown, null);
        return new String(encoder.encode(event), java.nio.charset.StandardCharsets.UTF_8).strip().lines().toList();
    }
}
