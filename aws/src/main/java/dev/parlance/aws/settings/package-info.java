/**
 * Settings and secrets in AWS: {@link dev.parlance.aws.settings.ParameterStore} reads parameters, {@link
 * dev.parlance.aws.settings.StoredSecret} a secret of Secrets Manager.
 *
 * <pre>{@code
 * Settings settings =
 *         Settings.from(SettingsSource.environment(), ParameterStore.in(SsmClient.create(), "/survey"));
 * AccountSettings twilio = AccountSettings.from(settings);
 * }</pre>
 */
@NullMarked
package dev.parlance.aws.settings;

import org.jspecify.annotations.NullMarked;
