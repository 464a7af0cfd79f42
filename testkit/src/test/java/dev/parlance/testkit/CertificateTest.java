package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.rest.Domains;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificate, as seen by a client that verifies host names. */
class CertificateTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    static Stream<String> domains() {
        return Domains.all().stream();
    }

    private static int status(String url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .proxy(ProxySelector.of(
                        new InetSocketAddress("localhost", twilio.proxyUrl().getPort())))
                .sslContext(twilio.sslContext())
                .build();
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @MethodSource("domains")
    void the_certificate_covers_every_twilio_domain(String domain) throws Exception {
        assertThat(status("https://api." + domain + "/2010-04-01/Accounts.json"))
                .isBetween(401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.dublin.ie1.twilio.com", "api.sydney.au1.twilio.com", "api.frankfurt.ie1.twilio.com"})
    void regional_hosts_respond_like_the_others(String host) throws Exception {
        assertThat(status("https://" + host + "/2010-04-01/Accounts.json")).isEqualTo(401);
        assertThat(twilio.alerts()).isEmpty();
    }

    @Test
    void the_certificate_covers_deployed_functions() throws Exception {
        assertThat(status("https://greetings-1000-dev.twil.io/hello")).isEqualTo(404);
    }
}
