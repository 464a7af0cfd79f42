package dev.parlance.survey;

import dev.parlance.Problem;
import dev.parlance.outbound.Content;
import dev.parlance.outbound.ContentApproval;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.ReviewedContent;
import dev.parlance.outbound.StoredContent;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptException;
import dev.parlance.survey.TemplateReport.Template;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The templates that a survey needs on WhatsApp: in each language one that begins it, and one that reminds and asks to continue. A
 * survey whose first question depends on the person has a third one, which says the welcome and asks to continue. Their names
 * contain a digest of their words, so a changed opening is a new template, which WhatsApp has to approve.
 *
 * <pre>{@code
 * WhatsAppTemplates templates = WhatsAppTemplates.of(survey);
 * templates.problems().forEach(System.err::println);             // prompts/en.env:3: "again" ends with the variable {shop}, …
 * TemplateReport report = templates.apply(account.contents());   // creates what is missing, asks for approval
 * report.templates().forEach(System.out::println);
 * }</pre>
 *
 * <p>The templates that Twilio has are read in one request, or in one for each thousand of the account. Immutable and thread-safe.
 */
public final class WhatsAppTemplates {
    private final Survey survey;
    private final TemplateNames names;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<OpeningTemplate> openings = new ArrayList<>();
    /** Why there is no template for a language. */
    private final List<Problem> unreadable = new ArrayList<>();

    /** A template, and why WhatsApp would reject it. */
    private record Draft(Content content, List<Problem> problems) {}

    private WhatsAppTemplates(Survey survey) {
        this.survey = survey;
        this.names = TemplateNames.of(survey);
        survey.prompts().languages().stream().map(Language::tag).forEach(this::addAll);
        if (survey.opening() != OpeningStyle.GUESS) {
            addOpening(survey.prompts().defaultLanguage().tag(), false);
        }
    }

    /** The templates of a survey. */
    public static WhatsAppTemplates of(Survey survey) {
        return new WhatsAppTemplates(survey);
    }

    private void addAll(String language) {
        addOpening(language, true)
                .flatMap(opening -> greetingFor(opening, survey))
                .ifPresent(greeting -> add(greeting(greeting, survey), TemplateCheck.problems(greeting)));
        add(reminder(survey, language), TemplateCheck.ofReminder(survey, language));
    }

    private Optional<OpeningTemplate> addOpening(String language, boolean languageKnown) {
        try {
            OpeningTemplate opening = OpeningTemplate.of(survey, language, languageKnown);
            openings.add(opening);
            add(names.opening(opening.content(survey), language), TemplateCheck.problems(opening));
            return Optional.of(opening);
        } catch (PromptException e) {
            // A placeholder that needs a number, but is a variable.
            unreadable.add(Problem.of(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void add(Content content, List<Problem> problems) {
        drafts.putIfAbsent(content.name(), new Draft(content, problems));
    }

    static Content opening(OpeningTemplate template, Survey survey) {
        return TemplateNames.of(survey).opening(template.content(survey), template.language());
    }

    static Content greeting(OpeningTemplate template, Survey survey) {
        return TemplateNames.of(survey).greeting(template.content(survey), template.language());
    }

    /** The first message to people who can't get the opening, because it depends on who they are. */
    static Optional<OpeningTemplate> greetingFor(OpeningTemplate opening, Survey survey) {
        return opening.prompts().dependsOnPerson()
                ? OpeningTemplate.greeting(survey, opening.language())
                : Optional.empty();
    }

    static Content reminder(Survey survey, String language) {
        return TemplateNames.reminder(ReminderTemplate.content(survey, language), language);
    }

    /** The contents of the templates. */
    public List<Content> contents() {
        return drafts.values().stream().map(Draft::content).toList();
    }

    /**
     * How the survey looks on WhatsApp, in each language: what it says first, the first question with buttons, and the first one
     * with a list. The names of the contents are those of the questions.
     */
    public List<Content> preview() {
        return survey.prompts().languages().stream()
                .flatMap(language -> Stream.concat(
                        openings.stream()
                                .filter(opening -> opening.language().equals(language.tag()))
                                .limit(1)
                                .map(opening -> opening.content(survey)
                                        .withName("opening")
                                        .withLanguage(opening.language())),
                        MenuPreview.of(survey, language.tag()).stream()))
                .toList();
    }

    /**
     * Why WhatsApp would reject a template, at the prompts with its words: they begin or end with a variable, have two side by side,
     * or are too long. {@link #apply} does not create such a template.
     */
    public List<Problem> problems() {
        return Stream.concat(unreadable.stream(), drafts.values().stream().flatMap(draft -> draft.problems().stream()))
                .distinct()
                .toList();
    }

    /**
     * What works on WhatsApp, but probably not as intended: variables without a sample, options that are too long or too many for
     * buttons and lists, pictures that a template leaves out, and an opening that is not the same for all people.
     */
    public List<Problem> warnings() {
        return TemplateReview.warnings(survey, openings);
    }

    /** Compares the templates with those at Twilio. Changes nothing. */
    public TemplateReport check(ContentStore store) {
        List<ReviewedContent> stored = store.listReviewed(TemplateNames.ALL).toList();
        List<Template> templates =
                drafts.keySet().stream().map(name -> template(name, stored)).toList();
        List<StoredContent> old = stored.stream()
                .map(ReviewedContent::content)
                .filter(content -> names.isOurs(content.name()) && !drafts.containsKey(content.name()))
                .toList();
        return new TemplateReport(templates, old);
    }

    /** The template with this name; if there are several, an approved one. */
    private static Template template(String name, List<ReviewedContent> stored) {
        List<ReviewedContent> found = stored.stream()
                .filter(each -> each.content().name().equals(name))
                .toList();
        return found.stream()
                .filter(each -> each.approval().isApproved())
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(each -> template(name, each.content().sid(), each.approval()))
                .orElseGet(() -> Template.missing(name));
    }

    private static Template template(String name, String sid, ContentApproval approval) {
        return new Template(name, sid, approval.status(), approval.rejectionReason());
    }

    /** Stores the templates that are missing, and asks for the approvals that nobody has asked for. */
    public TemplateReport apply(ContentStore store) {
        TemplateReport before = check(store);
        List<Template> after = before.templates().stream()
                .map(template -> applied(template, store))
                .toList();
        return new TemplateReport(after, before.old());
    }

    private Template applied(Template template, ContentStore store) {
        Draft draft = drafts.get(template.name());
        boolean isWaiting = template.status() == ContentApproval.Status.UNSUBMITTED;
        if (draft == null || !draft.problems().isEmpty() || !isWaiting) {
            return template;
        }
        String sid = template.isMissing() ? store.create(draft.content()).sid() : template.sid();
        ContentApproval asked = store.requestApproval(sid, template.name(), ContentApproval.Category.UTILITY);
        return template(template.name(), sid, asked);
    }
}
