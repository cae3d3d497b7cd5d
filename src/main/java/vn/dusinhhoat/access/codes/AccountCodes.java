package vn.dusinhhoat.access.codes;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.Audit.Entry;
import vn.dusinhhoat.platform.Audit.Kind;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/**
 * One-time codes, with which people set their first password or a new one. A code is shown once, when it is issued;
 * stored is its hash. A new code voids the one before; the old password works until the code is used.
 */
@Service
public class AccountCodes {

    static final int MOST_TRIES = 5;
    private static final int MOST_AT_ONCE = 200;
    private static final int VALID_DAYS = 14;

    /** A code to be handed over; {@code lastDay} still counts. */
    public record Issued(String userId, String fullName, String unit, String code, LocalDate lastDay) {
    }

    private final JdbcClient sql;
    private final ClerkScope scope;
    private final AccountList accounts;
    private final IdentityService identities;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountCodes(JdbcClient sql, ClerkScope scope, AccountList accounts, IdentityService identities, Caller caller, Audit audit, Clock clock) {
        this.sql = sql;
        this.scope = scope;
        this.accounts = accounts;
        this.identities = identities;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Issues a new code for each account, for all or none.
     *
     * @throws RuleViolation when an account is beyond the caller's reach, or too many are asked for at once
     */
    @Transactional
    public List<Issued> issue(List<String> userIds) {
        List<String> each = userIds.stream().distinct().toList();
        if (each.isEmpty() || each.size() > MOST_AT_ONCE) {
            throw new RuleViolation("Mỗi lần cấp mã cho từ 1 đến 200 tài khoản: đề nghị chọn lại danh sách.");
        }
        scope.require(each);
        return accounts.of(each).stream().map(account -> {
            String code = OneTimeCode.random(random);
            LocalDate lastDay = LocalDate.now(clock).plusDays(VALID_DAYS);
            store(account.userId(), OneTimeCode.hash(account.userId(), code), lastDay);
            log(caller.userId(), account.userId(), "CODE_ISSUED");
            audit.recordWithChange(Entry.done(Kind.CODE_ISSUED, caller.userId(), "account", account.userId(), null));
            return new Issued(account.userId(), account.fullName(), account.unit(), code, lastDay);
        }).toList();
    }

    private void store(String userId, String hash, LocalDate lastDay) {
        sql.sql("""
                insert into account_code (user_id, code_hash, issued_by, issued_at, expires_at) values (?, ?, ?, ?, ?)
                on conflict (user_id) do update set code_hash = excluded.code_hash, issued_by = excluded.issued_by,
                    issued_at = excluded.issued_at, expires_at = excluded.expires_at, failures = 0, used_at = null""")
                .params(userId, hash, caller.userId(), now(),
                        Timestamp.from(lastDay.plusDays(1).atStartOfDay(TimeZones.VIETNAM).toInstant())).update();
    }

    /**
     * Lets somebody try again who was locked out by wrong passwords; the password stays.
     *
     * @throws RuleViolation when the account is beyond the caller's reach
     */
    @Transactional
    public void unlock(String userId) {
        scope.require(List.of(userId));
        caller.asSystem(() -> {
            identities.unlockUser(userId);
            return null;
        });
        log(caller.userId(), userId, "UNLOCKED");
        audit.recordWithChange(Entry.done(Kind.ACCOUNT_UNLOCKED, caller.userId(), "account", userId, null));
    }

    /**
     * Uses a code: sets the password and unlocks the account.
     *
     * @return false when login name and code do not fit, or the code has been used, voided or has expired; which of
     *         these, and whether the login name exists, nobody is told
     * @throws RuleViolation when the code fits and the password is too weak; the code can be used again
     */
    @Transactional
    public boolean redeem(String userId, String code, String password) {
        // The same three statements whatever comes: an answer that takes longer would tell which login names exist.
        String hash = OneTimeCode.hash(userId, code);
        sql.sql("select 1 from account_code where user_id = ? for update").param(userId).query(Integer.class).optional();
        int fits = sql.sql("""
                update account_code set used_at = :now
                where user_id = :user and code_hash = :hash and used_at is null and expires_at > :now and failures < :tries""")
                .param("now", now()).param("user", userId).param("hash", hash).param("tries", MOST_TRIES).update();
        if (fits == 0) {
            sql.sql("update account_code set failures = least(failures + 1, :tries) where user_id = :user and used_at is null")
                    .param("user", userId).param("tries", MOST_TRIES).update();
            // Waiting for the disk only where there was something to count would tell the same.
            sql.sql("set local synchronous_commit to off").update();
            return false;
        }
        // Who has the code needs no right to change users.
        caller.asSystem(() -> setPassword(userId, password));
        sql.sql("update account set activated_at = ? where user_id = ?").params(now(), userId).update();
        log(userId, userId, "PASSWORD_SET");
        audit.recordWithChange(Entry.done(Kind.RIGHTS_CHANGE, userId, "account", userId, "PASSWORD_SET"));
        return true;
    }

    private Void setPassword(String userId, String password) {
        User user = identities.createUserQuery().userId(userId).singleResult();
        user.setPassword(password);
        identities.saveUser(user);
        identities.unlockUser(userId);
        return null;
    }

    private void log(String actor, String userId, String kind) {
        sql.sql("insert into account_event (at, actor, user_id, kind) values (?, ?, ?, ?)")
                .params(now(), actor, userId, kind).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** A code expires as its last day ends. */
    static LocalDate lastDay(ZonedDateTime expiry) {
        return expiry.toLocalDate().minusDays(1);
    }
}
