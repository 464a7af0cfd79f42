/**
 * Settings and secrets in AWS: {@link dev.parlance.aws.settings.ParameterStore} and {@link
 * dev.parlance.aws.settings.StoredSecret}.
 *
 * <pre>{@code
 * Settings settings = Settings.from(SettingsSource.environment(), ParameterStore.in(SsmClient.create(), "/survey"));
 * StoredSecret token = StoredSecret.in(SecretsManagerClient.create(), "twilio-auth-token");
 * }</pre>
 */
@NullMarked
package dev.parlance.aws.settings;

import org.jspecify.annotations.NullMarked;
