/**
 * Your application's settings: sources, checks, and secrets that don't leak. Start with {@link dev.parlance.settings.Settings}.
 *
 * <pre>{@code
 * Settings settings = Settings.standard();                  // environment variables, then the file .env
 * AccountSettings twilio = AccountSettings.from(settings);
 * String greeting = settings.find("GREETING").orElse("Hello");
 * }</pre>
 */
@NullMarked
package dev.parlance.settings;

import org.jspecify.annotations.NullMarked;
