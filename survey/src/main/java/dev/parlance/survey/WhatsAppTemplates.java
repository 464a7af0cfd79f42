package dev.parlance.survey;

import dev.parlance.outbound.Content;
import dev.parlance.outbound.ContentApproval;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.StoredContent;
import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.words.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The templates that a survey needs on WhatsApp: in each language one that begins it, and one that reminds and asks to continue.
 * Their names contain a digest of their words, so a changed opening is a new template, which WhatsApp has to approve.
 *
 * <pre>{@code
 * TemplateReport report = WhatsAppTemplates.of(survey).apply(account.contents());   // creates what is missing, asks for approval
 * report.templates().forEach(System.out::println);
 * }</pre>
 */
public final class WhatsAppTemplates {
    private static final int DIGEST = 4;
    /** What follows the prefix: a language, and a digest of the words. */
    private static final Pattern OF_OPENING = Pattern.compile("[a-z]{2,3}(_[a-z0-9]+)*_[0-9a-f]{8}");
    /** A variable at the beginning or the end, or two of them side by side. */
    private static final Pattern REJECTED = Pattern.compile("^\\{\\{\\d+}}|\\{\\{\\d+}}$|\\{\\{\\d+}}\\s*\\{\\{\\d+}}");

    private final Survey survey;
    private final Map<String, Content> contents = new LinkedHashMap<>();

    private WhatsAppTemplates(Survey survey) {
        this.survey = survey;
        for (Language language : survey.prompts().languages()) {
            add(opening(OpeningTemplate.of(survey, language.tag(), true), survey, language.tag()));
            add(reminder(survey, language.tag()));
        }
        if (survey.opening() != OpeningStyle.GUESS) {
            String first = survey.prompts().defaultLanguage().tag();
            add(opening(OpeningTemplate.of(survey, first, false), survey, first));
        }
    }

    /**
     * The templates of a survey.
     *
     * @throws dev.parlance.survey.definition.SurveyException if an opening is too long for a template
     */
    public static WhatsAppTemplates of(Survey survey) {
        return new WhatsAppTemplates(survey);
    }

    private void add(Content content) {
        contents.putIfAbsent(content.name(), content);
    }

    /** The contents of the templates. */
    public List<Content> contents() {
        return List.copyOf(contents.values());
    }

    static Content opening(OpeningTemplate template, Survey survey, String language) {
        Content content = template.content(survey, language);
        return content.withName(name(prefix(survey), language, content));
    }

    static Content reminder(Survey survey, String language) {
        Words words = survey.words(language);
        Content content = Content.quickReply(
                        words.text("reminder"),
                        Content.Button.of(words.capitalised(words.spelling("continue")), MessengerChannel.CONTINUE))
                .withLanguage(language);
        return content.withName(name("parlance_continue_", language, content));
    }

    /** Templates have names in lower-case letters, digits and underscores, so another survey's name could look the same. */
    private static String prefix(Survey survey) {
        String plain = survey.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String name = plain.equals(survey.name()) ? plain : plain + "_" + digest(survey.name());
        return "parlance_" + name + "_open_";
    }

    private boolean isOpening(String name) {
        String prefix = prefix(survey);
        return name.startsWith(prefix)
                && OF_OPENING.matcher(name.substring(prefix.length())).matches();
    }

    private static String name(String prefix, String language, Content content) {
        String words = content.body() + content.buttons() + content.samples();
        return prefix + language.toLowerCase(Locale.ROOT).replace('-', '_') + "_" + digest(words);
    }

    private static String digest(String words) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }

    /**
     * Why WhatsApp would reject a template: its words begin or end with a variable, or have two side by side. One sentence for each;
     * {@link #apply} does not create such a template.
     */
    public List<String> problems() {
        return contents.values().stream()
                .filter(WhatsAppTemplates::isRejected)
                .map(content -> "The opening in " + content.language()
                        + " begins or ends with a variable, or has two side by side, which WhatsApp rejects: \""
                        + content.body() + "\"")
                .toList();
    }

    private static boolean isRejected(Content content) {
        return REJECTED.matcher(content.body()).find();
    }

    /** Compares the templates with those at Twilio. Changes nothing. */
    public TemplateReport check(ContentStore store) {
        List<StoredContent> stored = store.list().toList();
        List<TemplateReport.Template> templates = new ArrayList<>();
        for (String name : contents.keySet()) {
            templates.add(stored.stream()
                    .filter(content -> content.name().equals(name))
                    .findFirst()
                    .map(content -> template(name, content.sid(), store.approval(content.sid())))
                    .orElseGet(() -> TemplateReport.Template.missing(name)));
        }
        Set<String> names = contents.keySet();
        List<StoredContent> old = stored.stream()
                .filter(content -> isOpening(content.name()) && !names.contains(content.name()))
                .toList();
        return new TemplateReport(templates, old);
    }

    private static TemplateReport.Template template(String name, String sid, ContentApproval approval) {
        return new TemplateReport.Template(name, sid, approval.status(), approval.rejectionReason());
    }

    /** Stores the templates that are missing, and asks for the approvals that nobody has asked for. */
    public TemplateReport apply(ContentStore store) {
        for (TemplateReport.Template template : check(store).templates()) {
            Content content = Objects.requireNonNull(contents.get(template.name()));
            if (!isRejected(content) && template.status() == ContentApproval.Status.UNSUBMITTED) {
                String sid = template.isMissing() ? store.create(content).sid() : template.sid();
                store.requestApproval(sid, template.name(), ContentApproval.Category.UTILITY);
            }
        }
        return check(store);
    }

    /** Deletes the templates of earlier openings. Invitations with their words that still wait can't be sent. */
    public void removeOld(ContentStore store) {
        check(store).old().forEach(content -> store.delete(content.sid()));
    }
}
