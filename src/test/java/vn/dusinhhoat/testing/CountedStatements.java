package vn.dusinhhoat.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** The SQL statements of the thread that opened it: of the engine, of entities, and of plain JDBC. A batch counts once. */
public final class CountedStatements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final String ENTITIES = "org.hibernate.SQL";
    private static final String PLAIN = "org.springframework.jdbc.core.JdbcTemplate";
    private static final String ENGINE = "org.camunda.bpm.engine.impl.persistence.entity";
    private static final Pattern SQL = Pattern.compile("^(?:==>\\s+Preparing: |Executing prepared SQL (?:query|update|statement) \\[|)"
            + "\\s*(select|insert|update|delete|with)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Map<Logger, Level> before = new HashMap<>();
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final String thread = Thread.currentThread().getName();

    private CountedStatements() {
    }

    public static CountedStatements begin() {
        CountedStatements counted = new CountedStatements();
        for (String name : List.of(ENTITIES, PLAIN, ENGINE)) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            counted.before.put(logger, logger.getLevel());
            counted.setContext(logger.getLoggerContext());
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(counted);
        }
        counted.start();
        return counted;
    }

    @Override
    protected void append(ILoggingEvent event) {
        Matcher statement = SQL.matcher(event.getFormattedMessage());
        if (event.getThreadName().equals(thread) && statement.matches()) {
            statements.add(event.getLoggerName().replaceFirst("^.*\\.entity\\.", "") + ": " + event.getFormattedMessage());
        }
    }

    /** All of them, each with who sent it. */
    public List<String> all() {
        return List.copyOf(statements);
    }

    /** Those that only read. */
    public List<String> selects() {
        return statements.stream().filter(each -> {
            Matcher kind = SQL.matcher(each.substring(each.indexOf(": ") + 2));
            return kind.matches() && kind.group(1).equalsIgnoreCase("select");
        }).toList();
    }

    @Override
    public void close() {
        before.forEach((logger, level) -> {
            logger.detachAppender(this);
            logger.setLevel(level);
            logger.setAdditive(true);
        });
        stop();
    }
}
