package vn.dusinhhoat.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server that answers one command with a refusal of the test's choice, every time. */
public final class RefusingServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String command;
    private final String answer;

    /**
     * Begins to serve.
     *
     * @param command what is refused: a command's first letters, or "text" for the text of a mail
     */
    public RefusingServer(int port, String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        this.socket = new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                 BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                 PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                say(out, "220 test");
                talk(in, out);
            } catch (IOException e) {
                // The client is gone, or the test is over.
            }
        }
    }

    private void talk(BufferedReader in, PrintWriter out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith(command)) {
                say(out, answer);
            } else if (line.startsWith("DATA")) {
                say(out, "354 go on");
                readText(in);
                say(out, command.equals("text") ? answer : "250 taken");
            } else if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static void readText(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
