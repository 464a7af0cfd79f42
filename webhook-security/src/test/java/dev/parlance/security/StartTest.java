package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.settings.Secret;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid settings are reported when the application starts, not by refusing every webhook. */
class StartTest {
    private static final SignedWebhooks SIGNED = SignedWebhooks.verifiedBy(TwilioSignature.of(Secret.of("token")));

    private static List<ThrowingCallable> waysToSetA(String secret) {
        return List.of(
                () -> TwilioSignature.of(Secret.of(secret)),
                () -> TwilioSignature.of(Secret.of("token"), Secret.of(secret)),
                () -> TwilioSignature.of(Secrets.of(List.of(Secret.of(secret)))),
                () -> TwilioSignature.of(Secrets.perSigner(Map.of("AC1", List.of(Secret.of(secret))))),
                () -> TwilioSharedKeys.of("key_1", Secret.of(secret)),
                () -> TwilioSharedKeys.of("key_1", Secret.of("key")).withKey("key_2", Secret.of(secret)),
                () -> SlackSignature.of(Secret.of(secret)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\n", "hunter2\r\n", " hunter2", "hunter2\t", "hunter2\u00a0", "\ufeffhunter2"})
    void a_secret_with_a_space_or_a_line_break_around_it_is_rejected(String secret) {
        for (ThrowingCallable way : waysToSetA(secret)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(way)
                    .withMessageContaining("space or a line break")
                    .withMessageNotContaining("hunter2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"${TWILIO_AUTH_TOKEN}", "${TWILIO_AUTH_TOKEN:}", "x${y}"})
    void an_unresolved_placeholder_is_rejected(String secret) {
        for (ThrowingCallable way : waysToSetA(secret)) {
            assertThatIllegalArgumentException().isThrownBy(way).withMessageContaining("${…}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "0.0.0.0/1", "128.0.0.0/7", "2000::/3"})
    void proxies_that_include_everyone_are_rejected(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIGNED.withTrustedProxies(TrustedProxies.of("10.0.0.0/8", range)))
                .withMessageContaining(range)
                .withMessageContaining("anyone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "fc00::/7", "fe80::/10", "127.0.0.1", "::1", "2001:db8::/32"})
    void proxies_of_one_network_are_accepted(String range) {
        assertThat(SIGNED.withTrustedProxies(TrustedProxies.of(range))).isNotNull();
        assertThat(SIGNED.withTrustedProxies(TrustedProxies.privateNetworks())).isNotNull();
    }

    @Test
    void a_public_url_and_proxies_exclude_each_other() {
        TrustedProxies proxies = TrustedProxies.of("10.0.0.0/8");
        SignedWebhooks withUrl = SIGNED.withPublicUrl(URI.create("https://hooks.example.com"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> withUrl.withTrustedProxies(proxies))
                .withMessageContaining("withPublicUrl")
                .withMessageContaining("withTrustedProxies");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SIGNED.withTrustedProxies(proxies).withPublicUrl(URI.create("https://hooks.example.com")));
        assertThat(withUrl.withPublicUrl(URI.create("https://other.example.com")))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource
    void a_null_setting_is_named(String name, ThrowingCallable setting) {
        assertThatIllegalArgumentException().isThrownBy(setting).withMessageContaining(name + " is null");
    }

    @NullUnmarked
    static Stream<Arguments> a_null_setting_is_named() {
        return Stream.of(
                nullFor("The secret", () -> Secret.of(null)),
                nullFor("The secret", () -> TwilioSignature.of((Secret) null)),
                nullFor("The secret", () -> TwilioSignature.of(Secret.of("token"), null)),
                nullFor("The secret", () -> SlackSignature.of((Secret) null)),
                nullFor("The secret", () -> TwilioSharedKeys.of("key_1", null)),
                nullFor("The key's name", () -> TwilioSharedKeys.of(null, Secret.of("key"))),
                nullFor("The list of secrets", () -> Secrets.of((Collection<Secret>) null)),
                nullFor("The map of secrets", () -> Secrets.perSigner(null)),
                nullFor("The source of secrets", () -> TwilioSignature.of((Secrets) null)),
                nullFor("The source of secrets", () -> TwilioSharedKeys.of((Secrets) null)),
                nullFor("The source of secrets", () -> SlackSignature.of((Secrets) null)),
                nullFor("The loader", () -> Secrets.loading(null)),
                nullFor("The signature", () -> SignedWebhooks.verifiedBy(null)),
                nullFor("The public URL", () -> SIGNED.withPublicUrl((URI) null)),
                nullFor("The list of proxies", () -> SIGNED.withTrustedProxies(null)),
                nullFor("The range", () -> TrustedProxies.of((String) null)),
                nullFor("The login", () -> SIGNED.withCredentials(null)),
                nullFor("The guard", () -> SIGNED.withReplayGuard(null)),
                nullFor("The memory", () -> ReplayGuard.refusing().withMemory(null)),
                nullFor("The listener", () -> SIGNED.withListener(null)),
                nullFor("The method", () -> SIGNED.withMethods("POST", null)),
                nullFor("The content type", () -> SIGNED.withContentTypes((String) null)),
                nullFor("The name", () -> Credentials.basic(null, Secret.of("password"))),
                nullFor("The password", () -> Credentials.basic("twilio", null)),
                nullFor("The name", () -> Credentials.digest(null, Secret.of("password"))),
                nullFor("The password", () -> Credentials.digest("twilio", null)),
                nullFor("The token", () -> Credentials.bearer((Secret) null)));
    }

    private static Arguments nullFor(String name, ThrowingCallable setting) {
        return Arguments.of(name, setting);
    }
}
