package dev.parlance.spring.autoconfigure;

import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Masks tokens in the actuator's endpoints, even if these show values. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
class SecretsAutoConfiguration {
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(parlance\\.(twilio|accounts\\.[^.]+)|parlance_\\w+|twilio)[._](auth[-_]?token|api[-_]?secret)");

    @Bean
    SanitizingFunction twilioSecrets() {
        return data -> SECRET.matcher(data.getKey()).matches() ? data.withSanitizedValue() : data;
    }
}
