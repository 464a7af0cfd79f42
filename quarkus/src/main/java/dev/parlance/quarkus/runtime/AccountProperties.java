package dev.parlance.quarkus.runtime;

import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads the account from its properties and from Twilio's own variables. */
final class AccountProperties {
    private AccountProperties() {}

    static AccountSettings read(ParlanceConfig.Twilio properties, Config config) {
        return AccountSettings.from(Settings.from(source(properties), variables(config)));
    }

    private static SettingsSource source(ParlanceConfig.Twilio properties) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "TWILIO_ACCOUNT_SID", properties.accountSid());
        put(values, "TWILIO_AUTH_TOKEN", properties.authToken().map(Secret::reveal));
        put(values, "TWILIO_API_KEY", properties.apiKey());
        put(values, "TWILIO_API_SECRET", properties.apiSecret().map(Secret::reveal));
        put(values, "TWILIO_PHONE_NUMBER", properties.phoneNumber());
        put(values, "TWILIO_MESSAGE_SERVICE", properties.messagingService());
        put(values, "TWILIO_APP_SID", properties.applicationSid());
        put(values, "TWILIO_REGION", properties.region());
        put(values, "TWILIO_EDGE", properties.edge());
        return SettingsSource.of("the properties parlance.twilio.*, such as parlance.twilio.account-sid", values);
    }

    private static void put(Map<String, String> values, String name, Optional<String> value) {
        value.ifPresent(present -> values.put(name, present));
    }

    private static SettingsSource variables(Config config) {
        return new SettingsSource() {
            @Override
            public Optional<String> find(String name) {
                return config.getOptionalValue(name, String.class);
            }

            @Override
            public String description() {
                return "the environment";
            }
        };
    }
}
