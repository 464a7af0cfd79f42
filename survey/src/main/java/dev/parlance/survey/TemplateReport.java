package dev.parlance.survey;

import dev.parlance.outbound.ContentApproval;
import dev.parlance.outbound.ContentApproval.Status;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.StoredContent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The templates of a survey at Twilio.
 *
 * @param templates what the survey needs
 * @param old what it needed with earlier words
 */
public record TemplateReport(List<Template> templates, List<StoredContent> old) {
    /** Copies the lists. */
    public TemplateReport {
        templates = List.copyOf(templates);
        old = List.copyOf(old);
    }

    /** Whether the survey can begin on WhatsApp, and remind, in each language. */
    public boolean isReady() {
        return templates.stream().allMatch(template -> template.status() == Status.APPROVED);
    }

    /**
     * Deletes the templates of earlier openings. Invitations with their words that still wait can't be sent.
     *
     * @return the report without them
     */
    public TemplateReport removeOld(ContentStore store) {
        old.forEach(content -> store.delete(content.sid()));
        return new TemplateReport(templates, List.of());
    }

    /** A line for each template, with its state. */
    @Override
    public String toString() {
        return Stream.concat(
                        templates.stream().map(Template::toString),
                        old.stream().map(content -> content.name() + ": no longer needed"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /**
     * A template.
     *
     * @param name its name, with a digest of its words
     * @param sid its SID; empty if it is missing
     * @param status the status of its approval
     * @param reason why WhatsApp rejected it; otherwise empty
     */
    public record Template(String name, String sid, ContentApproval.Status status, String reason) {
        static Template missing(String name) {
            return new Template(name, "", Status.UNSUBMITTED, "");
        }

        /** Whether Twilio does not have it. */
        public boolean isMissing() {
            return sid.isEmpty();
        }

        /** The name and the state in words. */
        @Override
        public String toString() {
            String state = isMissing() ? "missing" : status.name().toLowerCase(Locale.ROOT);
            return name + ": " + state + (reason.isEmpty() ? "" : " (" + reason + ")");
        }
    }
}
