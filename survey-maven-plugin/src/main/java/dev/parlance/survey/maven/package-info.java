/**
 * Maven goals that show and create the WhatsApp templates of a survey. From Java, use {@link
 * dev.parlance.survey.WhatsAppTemplates}.
 *
 * <pre>
 * ./mvnw parlance-survey:plan
 * </pre>
 */
@NullMarked
package dev.parlance.survey.maven;

import org.jspecify.annotations.NullMarked;
