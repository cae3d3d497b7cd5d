package vn.dusinhhoat.sample;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.access.Accounts;
import vn.dusinhhoat.platform.InstallationProperties;

/** Tells a newcomer, on the welcome page and in the log, who can log in to the sample province. */
@RestController
class WelcomeController {

    private static final Logger LOG = LoggerFactory.getLogger(WelcomeController.class);

    /**
     * The sample as the welcome page shows it.
     *
     * @param password null when the installation has set one of its own
     */
    record Sample(String password, List<Login> logins) {
    }

    record Login(String userId, String role, String start) {
    }

    private final InstallationProperties installation;
    private final Accounts accounts;
    private final Environment environment;

    WelcomeController(InstallationProperties installation, Accounts accounts, Environment environment) {
        this.installation = installation;
        this.accounts = accounts;
        this.environment = environment;
    }

    @GetMapping("/welcome/sample")
    Sample sample() {
        if (!sampleIsLoaded()) {
            return new Sample(null, List.of());
        }
        return new Sample(shownPassword(), SampleLogin.all(installation.sample().levels()).stream()
                .map(login -> new Login(login.userId(), login.role(), login.start())).toList());
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhereToGo() {
        LOG.info("Dự sinh hoạt is ready: http://localhost:{}/", environment.getProperty("local.server.port"));
        Sample sample = sample();
        sample.logins().forEach(login -> LOG.info("Sample login {}: {}", login.userId(), login.role()));
        if (sample.password() != null) {
            LOG.info("Password of every sample login: {}", sample.password());
        }
    }

    private boolean sampleIsLoaded() {
        return Boolean.TRUE.equals(installation.sample().enabled())
                && accounts.exists(SampleLogin.COMMUNE_WORKER.userId());
    }

    private String shownPassword() {
        String password = installation.sample().password();
        return password.equals(InstallationProperties.SAMPLE_PASSWORD) ? password : null;
    }
}
