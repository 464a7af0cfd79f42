/**
 * SAM templates on your machine, without Docker: {@link dev.parlance.tools.sam.LocalDeployment} runs a template, {@link
 * dev.parlance.tools.sam.SamTemplate} reads one.
 *
 * <pre>{@code
 * try (LocalDeployment local = LocalDeployment.of(SamTemplate.read(Path.of("template.yaml"))).start()) {
 *     twilio.number("+15005550100").onText(local.output("TwilioMessagingWebhook"));
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.tools.sam;

import org.jspecify.annotations.NullMarked;
