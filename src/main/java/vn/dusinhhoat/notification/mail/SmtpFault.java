package vn.dusinhhoat.notification.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not go out.
 *
 * @param whose what it depends on
 * @param code  the server's number, or a word of ours: its text may hold the address
 */
record SmtpFault(Whose whose, String code) {

    enum Whose {
        /** This address will never take it. */
        ADDRESS,
        /** This mail may be taken later. */
        MAIL,
        /** No mail would go out now. */
        SERVER
    }

    private static final int PERMANENT = 500;

    static SmtpFault of(Throwable failure) {
        SmtpFault found = new SmtpFault(Whose.SERVER, "no answer");
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> waiting = new ArrayDeque<>(Set.of(failure));
        while (!waiting.isEmpty()) {
            Throwable each = waiting.pop();
            if (!seen.add(each)) {
                continue;
            }
            if (each instanceof SMTPAddressFailedException address) {
                return new SmtpFault(address.getReturnCode() >= PERMANENT ? Whose.ADDRESS : Whose.MAIL, String.valueOf(address.getReturnCode()));
            } else if (each instanceof AddressException) {
                return new SmtpFault(Whose.ADDRESS, "malformed");
            } else if (each instanceof AuthenticationFailedException) {
                found = new SmtpFault(Whose.SERVER, "login refused");
            } else if (each instanceof SMTPSendFailedException refused) {
                // Only what is said of the text is about this mail; before it, of the sender or the session.
                boolean text = refused.getCommand() != null && !refused.getCommand().startsWith("MAIL") && !refused.getCommand().startsWith("RSET");
                found = new SmtpFault(text ? Whose.MAIL : Whose.SERVER, String.valueOf(refused.getReturnCode()));
            }
            addCauses(each, waiting);
        }
        return found;
    }

    private static void addCauses(Throwable each, Deque<Throwable> waiting) {
        if (each.getCause() != null) {
            waiting.add(each.getCause());
        }
        if (each instanceof MessagingException messaging && messaging.getNextException() != null) {
            waiting.add(messaging.getNextException());
        }
        if (each instanceof MailSendException several) {
            waiting.addAll(several.getFailedMessages().values());
        }
    }
}
