package vn.dusinhhoat.access.accounts;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.access.accounts.IdentityState.Profile;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Lets users, groups and tenants of the engine follow the organisation of today. Compares all and writes what differs:
 * whatever was lost or added by hand is mended the next time.
 */
@Service
public class AccountReconciliation {

    /** Any fixed number; it names our lock among the database's advisory locks. */
    private static final long LOCK_KEY = 0x6163_636f_756e_74L;
    private static final int BATCH = 500;
    private static final int PASSWORD_BYTES = 32;
    private static final int MOST_LOGINS_NAMED = 5;

    private final IdentityReader reader;
    private final IdentityWriter writer;
    private final JdbcTemplate sql;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountReconciliation(IdentityReader reader, IdentityWriter writer, JdbcTemplate sql, Caller caller, Clock clock) {
        this.reader = reader;
        this.writer = writer;
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Follows the organisation, within the transaction of its change.
     *
     * @throws RuleViolation when a person's login name is that of a user made by hand or of somebody else
     */
    @Transactional
    public void follow() {
        lock();
        Differences differences = compare();
        if (!differences.refused().isEmpty()) {
            throw new RuleViolation("Tên đăng nhập đã là của tài khoản khác hoặc chưa đúng mẫu: "
                    + String.join(", ", differences.refused().stream().limit(MOST_LOGINS_NAMED).toList())
                    + ". Đề nghị ghi tên đăng nhập khác.");
        }
        mend(differences, this::passwordNobodyKnows);
    }

    /** The same for an organisation of made-up people, who all get the same password and need no code. */
    @Transactional
    public void followWithPassword(String firstPassword) {
        lock();
        Differences differences = compare();
        mend(differences, () -> firstPassword);
        activate(differences.newUsers());
    }

    /** What differs, before it is mended; logins that nobody may have are left out and stay in the report. */
    @Transactional
    Differences mend() {
        lock();
        Differences differences = compare();
        mend(differences, this::passwordNobodyKnows);
        return differences;
    }

    @Transactional(readOnly = true)
    Differences compare() {
        return Differences.between(reader.wanted(LocalDate.now(clock)), reader.actual(), reader.accounts());
    }

    /** One comparison at a time over all nodes: two would create the same user. */
    private void lock() {
        sql.query("select pg_advisory_xact_lock(?)", row -> { }, LOCK_KEY);
    }

    private void mend(Differences differences, Supplier<String> firstPassword) {
        if (differences.isNothing()) {
            return;
        }
        close(differences.endedAccounts());
        open(differences.newUsers());
        // The change is the system's own: whoever caused it needs no right to administer users.
        caller.asSystem(() -> {
            writer.apply(differences, firstPassword);
            return null;
        });
    }

    private void open(Map<String, Profile> people) {
        sql.batchUpdate("""
                insert into account (user_id, person_id, created_at) values (?, ?, ?)
                on conflict (user_id) do update set activated_at = null, ended_at = null""", people.entrySet(), BATCH,
                (statement, person) -> {
                    statement.setString(1, person.getKey());
                    statement.setLong(2, person.getValue().personId());
                    statement.setTimestamp(3, now());
                });
        log("CREATED", people.keySet());
    }

    private void close(Collection<String> userIds) {
        sql.batchUpdate("update account set ended_at = ? where user_id = ?", userIds, BATCH, (statement, userId) -> {
            statement.setTimestamp(1, now());
            statement.setString(2, userId);
        });
        sql.batchUpdate("delete from account_code where user_id = ?", userIds, BATCH,
                (statement, userId) -> statement.setString(1, userId));
        log("ENDED", userIds);
    }

    private void activate(Map<String, Profile> people) {
        sql.batchUpdate("update account set activated_at = ? where user_id = ?", people.keySet(), BATCH, (statement, userId) -> {
            statement.setTimestamp(1, now());
            statement.setString(2, userId);
        });
    }

    private void log(String kind, Collection<String> userIds) {
        sql.batchUpdate("insert into account_event (at, actor, user_id, kind) values (?, 'system', ?, ?)", userIds, BATCH,
                (statement, userId) -> {
                    statement.setTimestamp(1, now());
                    statement.setString(2, userId);
                    statement.setString(3, kind);
                });
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private String passwordNobodyKnows() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
