package dev.parlance.fake.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The hosts that the fake answers for. */
class HostsTest {
    @Test
    void the_certificate_covers_every_host_of_the_fake() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.start()) {
            HttpClient client = HttpClient.newBuilder()
                    .proxy(ProxySelector.of(
                            new InetSocketAddress("localhost", twilio.proxyUrl().getPort())))
                    .sslContext(twilio.sslContext())
                    .build();
            for (String host : twilio.backend().api().hosts()) {
                URI url = URI.create("https://" + host + ".twilio.com/v1/Services");
                assertThat(client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                                .statusCode())
                        .as(host)
                        .isEqualTo(401);
            }
        }
    }
}
