package vn.dusinhhoat.notification.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.notification.MailServer;
import vn.dusinhhoat.notification.NoticeProperties;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.platform.OutsideText;

/** The installation's mail server ({@code spring.mail.}), if there is one. */
@Component
class SmtpServer implements MailServer {

    private static final String PRODUCT = "Dự sinh hoạt";

    private final ObjectProvider<JavaMailSender> senders;
    private final NoticeProperties notices;
    private final InstallationProperties installation;

    SmtpServer(ObjectProvider<JavaMailSender> senders, NoticeProperties notices, InstallationProperties installation) {
        this.senders = senders;
        this.notices = notices;
        this.installation = installation;
    }

    @Override
    public boolean isSetUp() {
        return senders.getIfAvailable() != null;
    }

    /**
     * Hands the mail over to the server.
     *
     * @throws MailException when the server has not taken it
     */
    void send(DueNotice notice, NoticeText.Written text, Instant now) {
        JavaMailSender sender = senders.getObject();
        MimeMessage mail = sender.createMimeMessage();
        try {
            mail.setFrom(address(from(), PRODUCT));
            mail.setRecipient(Message.RecipientType.TO, address(notice.email(), notice.name()));
            mail.setSubject(text.subject(), StandardCharsets.UTF_8.name());
            mail.setText(text.body(), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(now));
            mail.setHeader("Message-ID", "<" + notice.messageId() + ">");
            // Nobody's holiday message answers it.
            mail.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
        sender.send(mail);
    }

    private String from() {
        if (notices.from() != null) {
            return notices.from();
        }
        return "khong-tra-loi@" + installation.mailHost();
    }

    /** A line break in a name must not begin a header. */
    private static InternetAddress address(String email, String name) throws MessagingException {
        InternetAddress address = new InternetAddress(OutsideText.line(email, "thư điện tử"), true);
        try {
            address.setPersonal(OutsideText.line(name, "tên"), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return address;
    }
}
