/**
 * Your application's settings: sources, checks that report all problems at once, and secrets that don't leak. Start with
 * {@link dev.parlance.settings.Settings}.
 *
 * <pre>{@code
 * Settings settings = Settings.standard();                     // system properties, environment, .env files
 * AccountSettings account = AccountSettings.from(settings);
 * String language = settings.find("DEFAULT_LANGUAGE").orElse("en-US");
 * }</pre>
 */
@NullMarked
package dev.parlance.settings;

import org.jspecify.annotations.NullMarked;
