package dev.parlance.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the dependencies between packages that docs/ARCHITECTURE.md describes. */
@AnalyzeClasses(packages = "dev.parlance", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> CORE = Set.of(
            "dev.parlance",
            "dev.parlance.internal",
            "dev.parlance.outbound",
            "dev.parlance.prompt",
            "dev.parlance.settings",
            "dev.parlance.translation",
            "dev.parlance.twiml",
            "dev.parlance.webhook");

    private static final Set<String> FAKE_BASE = and(CORE, "dev.parlance.fake", "dev.parlance.fake.internal");
    private static final Set<String> TWILIO_BASE = and(
            FAKE_BASE,
            "dev.parlance.fake.twilio.content",
            "dev.parlance.fake.twilio.fault",
            "dev.parlance.fake.twilio.log");
    private static final Set<String> TWILIO_MIDDLE =
            and(TWILIO_BASE, "dev.parlance.fake.twilio.document", "dev.parlance.fake.twilio.world");
    private static final Set<String> TWILIO_INSIDE =
            and(TWILIO_MIDDLE, "dev.parlance.fake.twilio.messaging", "dev.parlance.fake.twilio.voice");

    private static final Set<String> SURVEY_BASE =
            Set.of("dev.parlance", "dev.parlance.prompt", "dev.parlance.survey.question", "dev.parlance.survey.words");
    private static final Set<String> SURVEY_MIDDLE = and(
            and(CORE, SURVEY_BASE.toArray(String[]::new)),
            "dev.parlance.survey.definition",
            "dev.parlance.survey.machine",
            "dev.parlance.survey.session",
            "dev.parlance.survey.store");
    private static final Set<String> SURVEY_INSIDE =
            and(SURVEY_MIDDLE, "dev.parlance.survey.internal", "dev.parlance.survey.state");

    private static final Set<String> SERVERLESS =
            and(CORE, "dev.parlance.account", "dev.parlance.serverless", "dev.parlance.serverless.project");

    /** Each package, and the packages it can use. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            entry("dev.parlance", Set.of()),
            entry("dev.parlance.internal", Set.of()),
            entry("dev.parlance.outbound", Set.of("dev.parlance")),
            entry("dev.parlance.prompt", Set.of("dev.parlance", "dev.parlance.internal")),
            entry("dev.parlance.settings", Set.of("dev.parlance", "dev.parlance.internal")),
            entry("dev.parlance.translation", Set.of("dev.parlance", "dev.parlance.internal", "dev.parlance.prompt")),
            entry("dev.parlance.twiml", Set.of("dev.parlance.prompt", "dev.parlance.settings")),
            entry("dev.parlance.webhook", Set.of("dev.parlance", "dev.parlance.twiml")),
            entry("dev.parlance.account", CORE),
            entry("dev.parlance.account.browser", and(CORE, "dev.parlance.account")),
            entry("dev.parlance.security", CORE),
            entry("dev.parlance.security.contract", and(CORE, "dev.parlance.security")),
            entry("dev.parlance.security.servlet", and(CORE, "dev.parlance.security")),
            entry("dev.parlance.survey.words", Set.of("dev.parlance", "dev.parlance.prompt")),
            entry("dev.parlance.survey.reading", Set.of("dev.parlance.prompt", "dev.parlance.survey.words")),
            entry(
                    "dev.parlance.survey.question",
                    Set.of(
                            "dev.parlance",
                            "dev.parlance.prompt",
                            "dev.parlance.survey.reading",
                            "dev.parlance.survey.words")),
            entry(
                    "dev.parlance.survey.compute",
                    Set.of("dev.parlance.prompt", "dev.parlance.survey.question", "dev.parlance.survey.words")),
            entry(
                    "dev.parlance.survey.definition",
                    and(
                            SURVEY_BASE,
                            "dev.parlance",
                            "dev.parlance.internal",
                            "dev.parlance.survey.compute",
                            "dev.parlance.survey.reading",
                            "dev.parlance.translation")),
            entry("dev.parlance.survey.session", Set.of("dev.parlance", "dev.parlance.survey.question")),
            entry(
                    "dev.parlance.survey.state",
                    Set.of(
                            "dev.parlance",
                            "dev.parlance.internal",
                            "dev.parlance.survey.definition",
                            "dev.parlance.survey.question",
                            "dev.parlance.survey.session")),
            entry(
                    "dev.parlance.survey.machine",
                    and(
                            SURVEY_BASE,
                            "dev.parlance",
                            "dev.parlance.internal",
                            "dev.parlance.survey.definition",
                            "dev.parlance.survey.session",
                            "dev.parlance.survey.state")),
            entry("dev.parlance.survey.internal", and(SURVEY_MIDDLE, "dev.parlance.survey.state")),
            entry("dev.parlance.survey.store", Set.of()),
            entry("dev.parlance.survey.contract", Set.of("dev.parlance.survey.store")),
            entry("dev.parlance.survey.replies", SURVEY_MIDDLE),
            entry("dev.parlance.survey.index", SURVEY_INSIDE),
            entry("dev.parlance.survey.analysis", and(SURVEY_INSIDE, "dev.parlance.survey.index")),
            entry("dev.parlance.survey.results", and(SURVEY_INSIDE, "dev.parlance.survey.analysis")),
            entry(
                    "dev.parlance.survey",
                    and(SURVEY_INSIDE, "dev.parlance.survey.analysis", "dev.parlance.survey.results")),
            entry("dev.parlance.survey.events", and(SURVEY_MIDDLE, "dev.parlance.security", "dev.parlance.survey")),
            entry("dev.parlance.survey.jdbc", Set.of("dev.parlance.settings", "dev.parlance.survey.store")),
            entry("dev.parlance.fake", Set.of()),
            entry("dev.parlance.fake.internal", and(CORE, "dev.parlance.fake")),
            entry("dev.parlance.fake.aws", Set.of("dev.parlance.settings", "dev.parlance.webhook")),
            entry("dev.parlance.fake.slack", and(FAKE_BASE, "dev.parlance.security")),
            entry("dev.parlance.fake.twilio.content", Set.of()),
            entry("dev.parlance.fake.twilio.fault", Set.of()),
            entry("dev.parlance.fake.twilio.log", Set.of("dev.parlance.webhook")),
            entry("dev.parlance.fake.twilio.world", and(TWILIO_BASE, "dev.parlance.security")),
            entry("dev.parlance.fake.twilio.document", and(TWILIO_BASE, "dev.parlance.fake.twilio.world")),
            entry("dev.parlance.fake.twilio.messaging", TWILIO_MIDDLE),
            entry("dev.parlance.fake.twilio.voice", and(TWILIO_MIDDLE, "dev.parlance.fake.twilio.audio")),
            entry("dev.parlance.fake.twilio.audio", Set.of()),
            entry("dev.parlance.fake.twilio.catalog", Set.of()),
            entry("dev.parlance.fake.twilio.rest", and(TWILIO_INSIDE, "dev.parlance.fake.twilio.catalog")),
            entry(
                    "dev.parlance.fake.twilio.replay",
                    Set.of(
                            "dev.parlance.webhook",
                            "dev.parlance.fake.twilio.catalog",
                            "dev.parlance.fake.twilio.rest")),
            entry(
                    "dev.parlance.fake.twilio",
                    and(TWILIO_INSIDE, "dev.parlance.fake.twilio.replay", "dev.parlance.fake.twilio.rest")),
            entry("dev.parlance.fake.browser.signalling", TWILIO_INSIDE),
            entry(
                    "dev.parlance.fake.browser",
                    and(TWILIO_BASE, "dev.parlance.fake.browser.signalling", "dev.parlance.fake.twilio")),
            entry("dev.parlance.pages", Set.of("dev.parlance.webhook")),
            entry(
                    "dev.parlance.editor",
                    and(SURVEY_MIDDLE, "dev.parlance.pages", "dev.parlance.survey", "dev.parlance.translation")),
            entry("dev.parlance.survey.pages.chart", Set.of()),
            entry(
                    "dev.parlance.survey.pages",
                    and(
                            SURVEY_MIDDLE,
                            "dev.parlance.pages",
                            "dev.parlance.survey",
                            "dev.parlance.survey.analysis",
                            "dev.parlance.survey.pages.chart",
                            "dev.parlance.survey.results")),
            entry("dev.parlance.simulator.traffic", and(TWILIO_INSIDE, "dev.parlance.security")),
            entry(
                    "dev.parlance.fake.twilio.script",
                    Set.of("dev.parlance.fake.twilio", "dev.parlance.fake.twilio.world")),
            entry(
                    "dev.parlance.simulator",
                    and(
                            TWILIO_INSIDE,
                            "dev.parlance.fake.twilio",
                            "dev.parlance.fake.twilio.script",
                            "dev.parlance.pages",
                            "dev.parlance.simulator.traffic")),
            entry(
                    "dev.parlance.testkit",
                    and(
                            TWILIO_BASE,
                            "dev.parlance.fake.twilio",
                            "dev.parlance.fake.twilio.audio",
                            "dev.parlance.fake.twilio.document",
                            "dev.parlance.fake.twilio.script")),
            entry("dev.parlance.serverless.project", Set.of("dev.parlance", "dev.parlance.settings")),
            entry("dev.parlance.serverless", and(CORE, "dev.parlance.account", "dev.parlance.serverless.project")),
            entry("dev.parlance.serverless.command", SERVERLESS),
            entry("dev.parlance.serverless.maven", SERVERLESS),
            entry(
                    "dev.parlance.survey.maven",
                    and(CORE, "dev.parlance.account", "dev.parlance.survey", "dev.parlance.survey.definition")),
            entry("dev.parlance.aws.lambda", and(CORE, "dev.parlance.security")),
            entry("dev.parlance.aws.settings", Set.of("dev.parlance.settings", "dev.parlance.security")),
            entry("dev.parlance.aws.dynamodb", Set.of("dev.parlance.survey.store")),
            entry("dev.parlance.aws.s3", and(SURVEY_MIDDLE, "dev.parlance.survey")),
            entry("dev.parlance.aws.events", and(SURVEY_MIDDLE, "dev.parlance.survey")),
            entry("dev.parlance.bot", and(CORE, "dev.parlance.security")),
            entry("dev.parlance.observation", and(SURVEY_MIDDLE, "dev.parlance.security", "dev.parlance.survey")),
            entry("dev.parlance.quarkus", and(CORE, "dev.parlance.survey")),
            entry(
                    "dev.parlance.quarkus.runtime",
                    and(
                            SURVEY_MIDDLE,
                            "dev.parlance.account",
                            "dev.parlance.quarkus",
                            "dev.parlance.security",
                            "dev.parlance.survey",
                            "dev.parlance.survey.jdbc")),
            entry(
                    "dev.parlance.quarkus.deployment",
                    and(
                            CORE,
                            "dev.parlance.quarkus",
                            "dev.parlance.quarkus.runtime",
                            "dev.parlance.security",
                            "dev.parlance.survey",
                            "dev.parlance.fake.twilio",
                            "dev.parlance.simulator")),
            entry(
                    "dev.parlance.quarkus.test",
                    and(
                            CORE,
                            "dev.parlance.quarkus",
                            "dev.parlance.quarkus.runtime",
                            "dev.parlance.survey.store",
                            "dev.parlance.fake",
                            "dev.parlance.fake.twilio")),
            entry("dev.parlance.spring", and(CORE, "dev.parlance.survey", "dev.parlance.survey.session")),
            entry("dev.parlance.spring.webflux", and(CORE, "dev.parlance.security")),
            entry(
                    "dev.parlance.spring.autoconfigure",
                    and(
                            SURVEY_MIDDLE,
                            "dev.parlance.account",
                            "dev.parlance.observation",
                            "dev.parlance.security",
                            "dev.parlance.security.servlet",
                            "dev.parlance.spring",
                            "dev.parlance.spring.webflux",
                            "dev.parlance.survey",
                            "dev.parlance.survey.jdbc",
                            "dev.parlance.survey.results")),
            entry(
                    "dev.parlance.spring.dev",
                    and(
                            CORE,
                            "dev.parlance.security.servlet",
                            "dev.parlance.spring",
                            "dev.parlance.spring.webflux",
                            "dev.parlance.survey",
                            "dev.parlance.fake.twilio",
                            "dev.parlance.simulator")),
            entry(
                    "dev.parlance.spring.test",
                    and(
                            CORE,
                            "dev.parlance.security",
                            "dev.parlance.spring",
                            "dev.parlance.survey",
                            "dev.parlance.survey.store",
                            "dev.parlance.fake",
                            "dev.parlance.fake.twilio")),
            entry(
                    "dev.parlance.tools",
                    and(
                            SURVEY_MIDDLE,
                            "dev.parlance.aws.s3",
                            "dev.parlance.survey",
                            "dev.parlance.survey.analysis",
                            "dev.parlance.survey.jdbc",
                            "dev.parlance.survey.replies",
                            "dev.parlance.survey.results",
                            "dev.parlance.fake.twilio",
                            "dev.parlance.fake.twilio.replay",
                            "dev.parlance.account",
                            "dev.parlance.editor",
                            "dev.parlance.simulator")),
            entry("dev.parlance.tools.sam", Set.of("dev.parlance.fake.aws", "dev.parlance.webhook")));

    @ArchTest
    static void every_package_uses_only_allowed_packages(JavaClasses classes) {
        for (JavaClass used : classes) {
            assertThat(ALLOWED)
                    .as("allowed dependencies for the package of %s", used)
                    .containsKey(used.getPackageName());
        }
        ALLOWED.forEach((from, allowed) -> {
            Set<String> forbidden = new TreeSet<>(ALLOWED.keySet());
            forbidden.removeAll(allowed);
            forbidden.remove(from);
            noClasses()
                    .that()
                    .resideInAPackage(from)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.toArray(String[]::new))
                    .check(classes);
        });
    }

    @ArchTest
    static final ArchRule no_package_is_part_of_a_cycle =
            slices().matching("dev.parlance.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule core_depends_only_on_jackson = classes()
            .that()
            .resideInAnyPackage(CORE.toArray(String[]::new))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(concat(
                    CORE,
                    "java..",
                    "javax.xml.parsers",
                    "org.xml.sax..",
                    "com.fasterxml.jackson..",
                    "org.jspecify.annotations",
                    "com.ibm.icu.."));

    @ArchTest
    static final ArchRule only_icu_classes_use_icu = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Icu")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ibm.icu..");

    @ArchTest
    static final ArchRule only_the_dialing_plan_and_the_number_parser_use_libphonenumber = noClasses()
            .that()
            .resideOutsideOfPackage("dev.parlance.account.browser")
            .and()
            .haveSimpleNameNotStartingWith("LibPhoneNumber")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.i18n.phonenumbers..");

    @ArchTest
    static final ArchRule only_the_account_and_the_deployers_api_classes_use_twilios_types = noClasses()
            .that()
            .resideOutsideOfPackage("dev.parlance.account..")
            .and(not(resideInAPackage("dev.parlance.serverless").and(nameMatching(".*(Api|Requests)"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.twilio..");

    @ArchTest
    static final ArchRule names_have_no_meaningless_suffixes = classes()
            .should()
            .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl|Base)")
            .andShould()
            .haveNameNotMatching(".*\\.Abstract\\w+");

    @ArchTest
    static final ArchRule only_the_adapters_for_servlets_use_the_servlet_api = noClasses()
            .that()
            .resideOutsideOfPackages("dev.parlance.security.servlet", "dev.parlance.spring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet..");

    private static String[] concat(Set<String> some, String... more) {
        return and(some, more).toArray(String[]::new);
    }

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
    }
}
