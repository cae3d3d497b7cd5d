package vn.dusinhhoat.notification.mail;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import vn.dusinhhoat.notification.NoticeBatch;
import vn.dusinhhoat.notification.NoticeProperties;
import vn.dusinhhoat.notification.Sending;
import vn.dusinhhoat.platform.TimeZones;

/** Sends batches one after another in a thread of its own, so that no transaction spans more than one mail. */
@Service
class NoticeBatches implements NoticeBatch {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeBatches.class);
    private static final int MOST_MAILS = 500;
    /** Well below the time after which the diagram holds a batch for lost. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration SHUTDOWN = Duration.ofSeconds(25);

    private final NoticeSender sender;
    private final NoticeBox box;
    private final SmtpServer server;
    private final NoticeProperties properties;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "notices");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    NoticeBatches(NoticeSender sender, NoticeBox box, SmtpServer server, NoticeProperties properties, Clock clock) {
        this.sender = sender;
        this.box = box;
        this.server = server;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void begin(String runId, Consumer<Sending> whenDone) {
        thread.execute(() -> {
            try {
                Sending left = send(runId);
                if (!stopping) {
                    whenDone.accept(left);
                }
            } catch (RuntimeException e) {
                // The diagram goes on without an answer after its time.
                LOG.warn("A batch of notices stopped: {}", e.getClass().getSimpleName());
            }
        });
    }

    /** Sends what may be sent now; returns what is left. */
    Sending send(String runId) {
        if (!box.isNewestRun(runId)) {
            return Sending.DONE;
        }
        if (!server.isSetUp()) {
            box.leaveUnsent();
            return Sending.DONE;
        }
        Instant pause = box.channel().nextAttemptAt();
        if (isQuiet()) {
            return Sending.DONE;
        }
        return pause != null && pause.isAfter(clock.instant()) ? whatWaits() : sendAll();
    }

    private Sending sendAll() {
        Instant until = clock.instant().plus(LONGEST);
        for (int mails = 0; mails < MOST_MAILS && !stopping && clock.instant().isBefore(until); mails++) {
            if (isQuiet()) {
                return Sending.DONE;
            }
            switch (sender.sendNext()) {
                case DOWN -> {
                    return Sending.LATER;
                }
                case NOTHING -> {
                    return whatWaits();
                }
                default -> tellThatItWorks();
            }
        }
        return Sending.MORE;
    }

    private void tellThatItWorks() {
        if (box.up()) {
            LOG.info("The mail server takes mails again");
        }
    }

    private Sending whatWaits() {
        return box.anyWaiting() ? Sending.LATER : Sending.DONE;
    }

    private boolean isQuiet() {
        return properties.isQuiet(LocalTime.ofInstant(clock.instant(), TimeZones.VIETNAM));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
