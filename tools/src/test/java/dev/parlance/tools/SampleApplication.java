package dev.parlance.tools;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Stands for an application in another language: a separate process that sends a text with the account from its environment, and
 * moves the clock.
 */
final class SampleApplication {
    private SampleApplication() {}

    public static void main(String[] arguments) throws Exception {
        String account = System.getenv("TWILIO_ACCOUNT_SID");
        String login = account + ":" + System.getenv("TWILIO_AUTH_TOKEN");
        Files.writeString(Path.of(arguments[0] + ".account"), account + " " + System.getenv("TWILIO_AUTH_TOKEN"));
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest send = HttpRequest.newBuilder(URI.create(System.getenv("TWILIO_BASE_URL")
                        + "/api.twilio.com/2010-04-01/Accounts/" + account + "/Messages.json"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("To=%2B15005550006&Body=hello&From="
                        + System.getenv("TWILIO_PHONE_NUMBER").replace("+", "%2B")))
                .build();
        int status = client.send(send, BodyHandlers.discarding()).statusCode();
        HttpRequest clock = HttpRequest.newBuilder(URI.create(System.getenv("SIMULATOR_URL") + "/api/clock"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"seconds\": 3600}"))
                .build();
        int moved = client.send(clock, BodyHandlers.discarding()).statusCode();
        HttpRequest state = HttpRequest.newBuilder(URI.create(System.getenv("SIMULATOR_URL") + "/api/state"))
                .build();
        String page = client.send(state, BodyHandlers.ofString()).body();
        Files.writeString(
                Path.of(arguments[0]), status + " " + moved + "\n" + System.getenv("HTTPS_PROXY") + "\n" + page);
        System.exit(7);
    }
}
