package vn.dusinhhoat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.dusinhhoat.DuSinhHoatApplication;

/** The application in a JVM of its own, to be killed. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final ProcessBuilder command;
    private final Process process;
    private final Path output;
    private final int port;
    private final int managementPort;

    private ApplicationProcess(ProcessBuilder command, Path output, int port, int managementPort) throws IOException {
        this.command = command;
        this.process = command.start();
        this.output = output;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts it with the settings given as command-line arguments; does not wait. */
    public static ApplicationProcess launch(Path folder, String... settings) {
        try {
            int port = freePort();
            int managementPort = freePort();
            Path output = Files.createTempFile(folder, "application", ".log");
            List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    DuSinhHoatApplication.class.getName(), "--management.server.port=" + managementPort));
            if (Stream.of(settings).noneMatch(setting -> setting.startsWith("--server.port="))) {
                command.add("--server.port=" + port);
            }
            command.addAll(List.of(settings));
            return new ApplicationProcess(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()), output, port,
                    managementPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the one that has ended once more, with the same settings and ports. */
    public ApplicationProcess again() {
        try {
            return new ApplicationProcess(command, output, port, managementPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the first page and tells how long it took. */
    public Duration awaitReady() {
        Instant begin = Instant.now();
        while (!text().contains("Dự sinh hoạt is ready")) {
            if (!process.isAlive() || Duration.between(begin, Instant.now()).compareTo(START_LIMIT) > 0) {
                throw new AssertionError("not started:\n" + text());
            }
            pause();
        }
        return Duration.between(begin, Instant.now());
    }

    /** Waits for the end of an application that refuses to start; its output. */
    public String awaitRefusal() throws InterruptedException {
        if (awaitEnd() == 0) {
            throw new AssertionError("ended without complaint:\n" + text());
        }
        return text();
    }

    /** Waits until it ends by itself; its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + text());
        }
        return process.exitValue();
    }

    public RawHttp http() {
        return new RawHttp(port);
    }

    public int port() {
        return port;
    }

    /** The inner port: health and numbers. */
    public RawHttp inner() {
        return new RawHttp(managementPort);
    }

    public int managementPort() {
        return managementPort;
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and waits for the orderly end. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("did not stop:\n" + text());
        }
    }

    public String text() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
