package vn.dusinhhoat.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.notification.NoticeState;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Sends one notice in one transaction: locked, sent, marked, committed. Killed between the server's answer and the commit,
 * the notice goes out once more, with the same Message-ID (row R18).
 */
@Component
class NoticeSender {

    /** What became of the try. */
    enum Outcome {
        /** Nothing is due. */
        NOTHING,
        /** One was dealt with. */
        HANDLED,
        /** The server takes nothing now. */
        DOWN
    }

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofMinutes(30), Duration.ofHours(1));
    private static final Duration TASK_COMES_WITHIN = Duration.ofMinutes(2);
    /** By then it has been tried for about a day. */
    private static final int MOST_ATTEMPTS = 25;

    private final NoticeBox box;
    private final NoticeText texts;
    private final SmtpServer server;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    NoticeSender(NoticeBox box, NoticeText texts, SmtpServer server, PlatformTransactionManager transactions, Clock clock) {
        this.box = box;
        this.texts = texts;
        this.server = server;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The notice that is due longest. */
    Outcome sendNext() {
        return ownTransaction.execute(status -> {
            Instant now = clock.instant();
            return box.lockNext(now).map(notice -> handle(notice, now)).orElse(Outcome.NOTHING);
        });
    }

    private Outcome handle(DueNotice notice, Instant now) {
        switch (NoticeSense.of(notice, now)) {
            case SUPPRESS -> box.close(notice.id(), NoticeState.SUPPRESSED, null);
            case POSTPONE -> box.postpone(notice.id(), now.plus(TASK_COMES_WITHIN));
            default -> {
                return send(notice, now);
            }
        }
        return Outcome.HANDLED;
    }

    private Outcome send(DueNotice notice, Instant now) {
        try {
            server.send(notice, texts.of(notice), now);
        } catch (MailException e) {
            return failed(notice, SmtpFault.of(e), now);
        } catch (RuleViolation e) {
            // A name or an address that is no text at all.
            box.close(notice.id(), NoticeState.FAILED, "malformed");
            return Outcome.HANDLED;
        }
        box.markSent(notice.id(), now);
        return Outcome.HANDLED;
    }

    private Outcome failed(DueNotice notice, SmtpFault fault, Instant now) {
        if (fault.whose() == SmtpFault.Whose.SERVER) {
            int failures = box.channel().failures();
            box.down(now, now.plus(pause(failures)));
            if (failures == 0) {
                LOG.warn("The mail server takes no mail ({}): notices wait and go out when it does", fault.code());
            }
            return Outcome.DOWN;
        }
        if (fault.whose() == SmtpFault.Whose.ADDRESS || notice.attempts() + 1 >= MOST_ATTEMPTS) {
            box.close(notice.id(), NoticeState.FAILED, fault.code());
        } else {
            box.retry(notice.id(), now.plus(pause(notice.attempts())), fault.code());
        }
        return Outcome.HANDLED;
    }

    private static Duration pause(int failures) {
        return PAUSES.get(Math.min(failures, PAUSES.size() - 1));
    }
}
