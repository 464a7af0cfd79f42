package dev.parlance.spring.autoconfigure;

import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Reads an account from its properties; the first account also from Twilio's own variables. */
final class AccountProperties {
    /** Whether one of these is set decides whether there is an account. */
    static final String[] ACCOUNT_SID = {"parlance.twilio.account-sid", "TWILIO_ACCOUNT_SID"};

    private AccountProperties() {}

    /** The account of {@code parlance.twilio}. */
    static AccountSettings main(ParlanceProperties.Twilio properties, Environment environment) {
        SettingsSource variables = new SettingsSource() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(environment.getProperty(name));
            }

            @Override
            public String description() {
                return "the environment";
            }
        };
        return AccountSettings.from(Settings.from(source("parlance.twilio", properties), variables));
    }

    /** An account of {@code parlance.accounts}. */
    static AccountSettings named(String name, ParlanceProperties.Twilio properties) {
        return AccountSettings.from(Settings.from(source("parlance.accounts." + name, properties)));
    }

    private static SettingsSource source(String prefix, ParlanceProperties.Twilio properties) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "TWILIO_ACCOUNT_SID", properties.accountSid());
        put(values, "TWILIO_AUTH_TOKEN", revealed(properties.authToken()));
        put(values, "TWILIO_API_KEY", properties.apiKey());
        put(values, "TWILIO_API_SECRET", revealed(properties.apiSecret()));
        put(values, "TWILIO_PHONE_NUMBER", properties.phoneNumber());
        put(values, "TWILIO_MESSAGE_SERVICE", properties.messagingService());
        put(values, "TWILIO_APP_SID", properties.applicationSid());
        put(values, "TWILIO_REGION", properties.region());
        put(values, "TWILIO_EDGE", properties.edge());
        return SettingsSource.of("the properties " + prefix + ".*, such as " + prefix + ".account-sid", values);
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable String revealed(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }
}
