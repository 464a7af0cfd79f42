package dev.parlance.examples.survey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;

/** The URL at which Twilio reaches this machine. It is asked for, and never guessed: every signature depends on it. */
final class PublicUrl {
    static final String WANTED = "where Twilio reaches this application, such as https://survey.example.com";

    private PublicUrl() {}

    static URI parse(String text) {
        URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean isHttp = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!isHttp || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("It needs a whole URL without a query");
        }
        return url;
    }

    /** Asks whoever sits there, until the answer is a URL. */
    static URI ask(BufferedReader in, PrintStream out, int port) throws IOException {
        out.printf("PUBLIC_URL is not set: %s.%n", WANTED);
        out.printf("A tunnel to port %d has such a URL, or a proxy on a server of yours.%n", port);
        while (true) {
            out.print("PUBLIC_URL: ");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                throw new IllegalStateException("PUBLIC_URL is needed: " + WANTED);
            }
            try {
                return parse(line.strip());
            } catch (IllegalArgumentException e) {
                out.println("That is no such URL: " + e.getMessage());
            }
        }
    }
}
