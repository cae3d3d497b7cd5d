package vn.dusinhhoat.access.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.dusinhhoat.platform.Audit;

/** The entries in {@code audit_event}, to which the application's database role can only add (ADR 0009). */
@Component
class AuditTable implements Audit {

    private static final String INSERT = "insert into audit_event (at, kind, actor, subject_type, subject_id, outcome,"
            + " detail, remote_address) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String READING = AuditTable.class.getName() + ".reading";
    private static final Pattern NOT_PLAIN = Pattern.compile("[^ -~]");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_DETAIL = 500;

    private final DataSource dataSource;
    private final Clock clock;

    AuditTable(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public void record(Entry entry) {
        // A connection of its own that commits at once: the caller's transaction may be rolled back.
        try (Connection connection = dataSource.getConnection()) {
            insert(connection, entry);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public void recordWithChange(Entry entry) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            insert(connection, entry);
        } catch (SQLException e) {
            throw translated(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public void reading(String subjectType, Object subjectId, String detail) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(READING, Entry.done(Kind.READ, null, subjectType, subjectId, detail), RequestAttributes.SCOPE_REQUEST);
        }
    }

    /**
     * Writes down what the present request has named by {@link #reading}.
     *
     * @throws IllegalStateException when it has named nothing
     */
    void recordReading(String userId) {
        Entry read = (Entry) RequestContextHolder.currentRequestAttributes().getAttribute(READING, RequestAttributes.SCOPE_REQUEST);
        if (read == null) {
            throw new IllegalStateException("an audited endpoint did not say what it reads");
        }
        record(Entry.done(Kind.READ, userId, read.subjectType(), read.subjectId(), read.detail()));
    }

    private void insert(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.setString(2, entry.kind().name());
            insert.setString(3, plain(entry.actor(), LONGEST_ID));
            insert.setString(4, entry.subjectType());
            insert.setString(5, plain(entry.subjectId(), LONGEST_ID));
            insert.setString(6, entry.refused() ? "REFUSED" : "DONE");
            insert.setString(7, plain(entry.detail(), LONGEST_DETAIL));
            insert.setString(8, remoteAddress());
            insert.executeUpdate();
        }
    }

    private static String remoteAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr() : null;
    }

    /** Ids are plain letters; whatever else has come this far is not worth an entry that cannot be written. */
    private static String plain(String text, int longest) {
        if (text == null) {
            return null;
        }
        String plain = NOT_PLAIN.matcher(text).replaceAll("?");
        return plain.length() > longest ? plain.substring(0, longest) : plain;
    }

    private static RuntimeException translated(SQLException e) {
        RuntimeException translated = new SQLExceptionSubclassTranslator().translate("audit", INSERT, e);
        return translated == null ? new IllegalStateException("audit entry not written", e) : translated;
    }
}
