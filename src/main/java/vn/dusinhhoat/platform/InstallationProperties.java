package vn.dusinhhoat.platform;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set under {@code dusinhhoat.}.
 *
 * @param dataDirectory folder of the embedded database
 * @param sample        the sample province
 * @param firstAdmin    the administrator of an empty installation
 * @param organization  a workbook taken in at start
 * @param publicAddress where people reach the application: links in mails begin with it
 */
@ConfigurationProperties("dusinhhoat")
public record InstallationProperties(@DefaultValue("data") Path dataDirectory,
                                     @DefaultValue Sample sample,
                                     @DefaultValue FirstAdmin firstAdmin,
                                     @DefaultValue OrganizationFile organization,
                                     @DefaultValue("http://localhost:8080") URI publicAddress) {

    /** Word that opens every sample account; fit for a machine of one's own only. */
    public static final String SAMPLE_PASSWORD = "Chi-bo-khu-dan-cu-2026";

    /**
     * A page of the application as a link from outside.
     *
     * @param path from the root, with a leading slash
     */
    public String link(String path) {
        return publicAddress.toString().replaceAll("/+$", "") + path;
    }

    /** Host in what goes out by mail: sender, ids of messages. */
    public String mailHost() {
        String host = publicAddress.getHost();
        return host == null ? "localhost" : host;
    }

    /**
     * The sample province.
     *
     * @param enabled  loaded into an empty database; unset means: only into the embedded one
     * @param password password of every sample account
     * @param levels   TWO: the organisation since July 2025; THREE: the one before, with districts
     * @param duties   whether everybody's duties begin next month
     */
    public record Sample(Boolean enabled, @DefaultValue(SAMPLE_PASSWORD) String password,
                         @DefaultValue("TWO") Levels levels, @DefaultValue("true") boolean duties) {

        /** Levels of Party organisation above the cell. */
        public enum Levels { TWO, THREE }
    }

    /**
     * The administrator created when there is none.
     *
     * @param id       user id
     * @param password first password; comes from a secret, never has a default
     */
    public record FirstAdmin(@DefaultValue("quantri") String id, String password) {
    }

    /**
     * An organisation taken in at start, for installations without a person at the screen.
     *
     * @param file     workbook (.xlsx); unset means: none
     * @param thenExit whether the application ends after it
     */
    public record OrganizationFile(Path file, @DefaultValue("false") boolean thenExit) {
    }
}
