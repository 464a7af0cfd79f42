package dev.parlance.examples.survey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;

/** This application's URL on the internet. It has no default, because every signature depends on it. */
final class PublicUrl {
    static final String HINT = "this application's URL on the internet, such as https://survey.example.com";

    private PublicUrl() {}

    static URI parse(String text) {
        URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean isHttp = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!isHttp || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("enter an absolute URL without a query");
        }
        return url;
    }

    /** Asks the user until they enter a valid URL. */
    static URI ask(BufferedReader in, PrintStream out, int port) throws IOException {
        out.printf("PUBLIC_URL is not set. It is %s.%n", HINT);
        out.printf("Use the URL of a tunnel or a proxy that leads to port %d.%n", port);
        while (true) {
            out.print("PUBLIC_URL: ");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                throw new IllegalStateException("PUBLIC_URL is required: " + HINT);
            }
            try {
                return parse(line.strip());
            } catch (IllegalArgumentException e) {
                out.println("Invalid URL: " + e.getMessage());
            }
        }
    }
}
